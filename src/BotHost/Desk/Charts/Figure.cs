using System.Globalization;

namespace Wenlu.BotHost.Desk.Charts;

/// <summary>Numbers as people read them.</summary>
internal static class Figure
{
    public static string Count(double number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Share(double share) => Math.Round(share * 100).ToString("0", CultureInfo.InvariantCulture) + "%";

    public static string Duration(double seconds, Language language) => seconds switch
    {
        0 => "0",
        < 0.1 => With(seconds * 1000, "0", new Bilingual(" 毫秒", " ms"), language),
        < 10 => With(seconds, "0.#", new Bilingual(" 秒", " s"), language),
        < 120 => With(seconds, "0", new Bilingual(" 秒", " s"), language),
        _ => With(seconds / 60, "0.#", new Bilingual(" 分", " min"), language),
    };

    public static string Day(DateOnly day, Language language) => language == Language.Chinese
        ? day.ToString("M月d日", CultureInfo.InvariantCulture)
        : day.ToString("d MMM", CultureInfo.InvariantCulture);

    /// <summary>As short as it goes below an axis.</summary>
    public static string ShortDay(DateOnly day, Language language) => language == Language.Chinese
        ? day.ToString("M/d", CultureInfo.InvariantCulture)
        : day.ToString("d MMM", CultureInfo.InvariantCulture);

    private static string With(double number, string format, Bilingual unit, Language language) =>
        number.ToString(format, CultureInfo.InvariantCulture) + unit.In(language);
}
