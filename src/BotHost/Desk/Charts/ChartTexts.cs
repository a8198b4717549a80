namespace Wenlu.BotHost.Desk.Charts;

internal static class ChartTexts
{
    public static readonly Bilingual Table = new("查看数据", "Show the numbers");
    public static readonly Bilingual When = new("时间", "When");
}
