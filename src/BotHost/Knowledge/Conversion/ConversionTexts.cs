namespace Wenlu.BotHost.Knowledge.Conversion;

internal static class ConversionTexts
{
    public static readonly Bilingual TooDeep = new("网页嵌套过深，无法读取。", "The page is nested too deeply to be read.");

    public static readonly Bilingual NotBase64 = new("不是有效的 Base64。", "Is not valid Base64.");
}
