using Microsoft.AspNetCore.Mvc;
using Wenlu.BotHost.Numbers;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Desk.Numbers;

/// <summary>Numbers over time.</summary>
internal static class NumbersEndpoints
{
    public static void MapNumbers(this RouteGroupBuilder desk) => desk.MapMethods("/numbers", SiteEndpoints.Reading, ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext context, NumbersReader reader, [FromQuery] string? days)
    {
        if (NumbersRange.Find(days) is not { } range)
            return await SiteEndpoints.MissingAsync(context.Request);
        var (read, calls) = (await reader.ReadAsync(range.Days), await reader.ReadCallsAsync());
        return DeskEndpoints.Show<NumbersPage>(context, ModelOf(range, read, calls, reader.UtcOffset, ReaderLanguage.Of(context.Request)));
    }

    private static NumbersModel ModelOf(NumbersRange range, NumbersRead read, CallMonth? calls, TimeSpan offset, Language language)
    {
        var sum = PeriodNumbers.Sum([.. read.Days]);
        return new(
            range, [.. NumbersTiles.Of(sum, read.Before, range.Days, language)], [.. new NumbersCharts(range, read, language).All(calls)], sum.Asked == 0 && sum.Votes == 0,
            (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh\\:mm", System.Globalization.CultureInfo.InvariantCulture));
    }
}
