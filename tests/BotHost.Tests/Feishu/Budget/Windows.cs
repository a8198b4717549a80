namespace Wenlu.BotHost.Tests.Feishu.Budget;

internal static class Windows
{
    /// <summary>The most moments that any window of this width holds.</summary>
    public static int Fullest(IReadOnlyCollection<DateTimeOffset> moments, TimeSpan width) =>
        moments.Select(first => moments.Count(moment => moment >= first && moment < first + width)).DefaultIfEmpty().Max();
}
