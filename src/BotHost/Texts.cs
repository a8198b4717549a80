using System.Globalization;

namespace Wenlu.BotHost;

public enum Language
{
    Chinese,
    English,
}

internal static class Languages
{
    /// <summary>Any Chinese character makes a text Chinese: a Chinese question is full of English names, never the other way round.</summary>
    public static Language Of(string text) => text.Any(IsHan) ? Language.Chinese : Language.English;

    private static bool IsHan(char character) => character is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF');
}

/// <summary>A sentence that people read, in both languages.</summary>
public readonly record struct Bilingual(string Chinese, string English)
{
    /// <summary>With the same values in the places of both.</summary>
    public Bilingual With(params object[] values) =>
        new(string.Format(CultureInfo.InvariantCulture, Chinese, values), string.Format(CultureInfo.InvariantCulture, English, values));

    public string In(Language language) => language == Language.Chinese ? Chinese : English;

    /// <summary>Both where it is not known which one is read.</summary>
    public string In(Language? language) => language is { } one ? In(one) : $"{Chinese}\n{English}";

    /// <summary>What <see cref="ToString"/> wrote; the same in both where there was but one.</summary>
    public static Bilingual Parse(string text) => text.Split('\n', 2) is [var english, var chinese] ? new(chinese, english) : new(text, text);

    /// <summary>Both, for places where the reader's language is unknown: start-up errors and the command line.</summary>
    public override string ToString() => $"{English}\n{Chinese}";
}
