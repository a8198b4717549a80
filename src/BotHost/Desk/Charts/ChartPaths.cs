using System.Globalization;
using System.Text;

namespace Wenlu.BotHost.Desk.Charts;

/// <summary>
/// The shapes of a chart, as SVG paths on a field of <see cref="Width"/> by <see cref="Height"/> that is stretched to whatever width
/// there is.
/// </summary>
public static class ChartPaths
{
    public const double Width = 1000;
    public const double Height = 200;

    /// <summary>Of a slot's width; many bars need their room.</summary>
    private const double WideBar = 0.62;
    private const double NarrowBar = 0.8;
    private const int Many = 40;

    /// <summary>The middle of a slot as a share of the width, in per cent.</summary>
    public static string Middle(int slot, int slots) => Text((slot + 0.5) / slots * 100) + "%";

    public static string Left(int slot, int slots) => Text((double)slot / slots * 100) + "%";

    public static double Y(double value, RoundScale scale) => Height - (Math.Clamp(value, 0, scale.Top) / scale.Top * Height);

    /// <summary>The bars of one series upon those of the series below it.</summary>
    public static string Bars(IReadOnlyList<double?> values, IReadOnlyList<double> below, RoundScale scale)
    {
        var path = new StringBuilder();
        var slot = Width / values.Count;
        var width = slot * (values.Count > Many ? NarrowBar : WideBar);
        for (var index = 0; index < values.Count; index++)
        {
            if (values[index] is not > 0)
                continue;
            var (bottom, top) = (Y(below[index], scale), Y(below[index] + values[index]!.Value, scale));
            path.Append('M').Append(Text((index * slot) + ((slot - width) / 2))).Append(' ').Append(Text(bottom))
                .Append('V').Append(Text(top)).Append('h').Append(Text(width)).Append('V').Append(Text(bottom)).Append('z');
        }
        return path.ToString();
    }

    /// <summary>From point to point, and anew after a gap.</summary>
    public static string Line(IReadOnlyList<double?> values, RoundScale scale)
    {
        var path = new StringBuilder();
        for (var index = 0; index < values.Count; index++)
        {
            if (values[index] is not { } value)
                continue;
            path.Append(index > 0 && values[index - 1] is not null ? 'L' : 'M').Append(X(index, values.Count)).Append(' ').Append(Text(Y(value, scale)));
        }
        return path.ToString();
    }

    /// <summary>What lies below a line.</summary>
    public static string Area(IReadOnlyList<double?> values, RoundScale scale)
    {
        var path = new StringBuilder();
        for (var index = 0; index < values.Count; index++)
        {
            if (values[index] is not { } value)
                continue;
            var (isFirst, isLast) = (index == 0 || values[index - 1] is null, index == values.Count - 1 || values[index + 1] is null);
            if (isFirst)
                path.Append('M').Append(X(index, values.Count)).Append(' ').Append(Text(Height));
            path.Append('L').Append(X(index, values.Count)).Append(' ').Append(Text(Y(value, scale)));
            if (isLast)
                path.Append('V').Append(Text(Height)).Append('z');
        }
        return path.ToString();
    }

    /// <summary>The points that no line leads to or from.</summary>
    public static IEnumerable<int> Lonely(IReadOnlyList<double?> values) => Enumerable.Range(0, values.Count).Where(index =>
        values[index] is not null && (index == 0 || values[index - 1] is null) && (index == values.Count - 1 || values[index + 1] is null));

    public static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string X(int slot, int slots) => Text((slot + 0.5) / slots * Width);
}
