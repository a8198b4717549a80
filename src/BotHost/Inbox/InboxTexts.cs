namespace Wenlu.BotHost.Inbox;

internal static class InboxTexts
{
    public static Bilingual OutOfRange(string key, string from, string to) => new(
        $"{key} 必须在 {from} 与 {to} 之间。",
        $"{key} must be between {from} and {to}.");
}
