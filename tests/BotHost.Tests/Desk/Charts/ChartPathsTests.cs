using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Wenlu.BotHost.Desk.Charts;

namespace Wenlu.BotHost.Tests.Desk.Charts;

public sealed partial class ChartPathsTests
{
    private static readonly RoundScale Scale = new(4, 25);

    [Fact]
    public void A_line_begins_anew_after_a_gap() =>
        ChartPaths.Line([0, 50, null, 100], Scale).ShouldBe("M125 200L375 100M875 0");

    [Fact]
    public void A_point_between_gaps_is_not_lost() => ChartPaths.Lonely([1, null, 2, null, 3, 4]).ShouldBe([0, 2]);

    [Fact]
    public void Bars_stand_on_one_another() =>
        ChartPaths.Bars([25, 0, 50], [0, 50, 25], Scale).ShouldBe("M63.33 200V150h206.67V200zM730 150V50h206.67V150z");

    [Fact]
    public void An_area_ends_where_its_line_does() =>
        ChartPaths.Area([null, 50, 25], Scale).ShouldBe("M500 200L500 100L833.33 150V200z");

    [Property(MaxTest = 300)]
    public Property Nothing_is_drawn_outside_of_the_field() => Prop.ForAll(Values(), values =>
    {
        foreach (var path in new[] { ChartPaths.Line(values, Scale), ChartPaths.Area(values, Scale), ChartPaths.Bars(values, [.. values.Select(_ => 10.0)], Scale) })
            foreach (var number in Numbers().Matches(path).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture)))
                number.ShouldBeInRange(0, ChartPaths.Width);
        Numbers().Count(ChartPaths.Line(values, Scale)).ShouldBe(values.Count(value => value is not null) * 2);
    });

    private static Arbitrary<double?[]> Values() =>
        Gen.OneOf(Gen.Constant((double?)null), Gen.Choose(-20, 150).Select(value => (double?)value)).NonEmptyListOf().Select(values => values.ToArray()).ToArbitrary();

    [GeneratedRegex(@"-?[0-9.]+")]
    private static partial Regex Numbers();
}
