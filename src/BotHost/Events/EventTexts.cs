namespace Wenlu.BotHost.Events;

internal static class EventTexts
{
    /// <summary>Whatever went wrong with a click, the person can only try again.</summary>
    public static readonly Bilingual ActionFailed = new("暂时没能处理，请稍后再试。", "That did not work just now. Please try again later.");
}
