using System.Collections.Concurrent;
using Wenlu.BotHost.Publication;

namespace Wenlu.BotHost.Site;

/// <summary>
/// What was found beside each question. When questions have been published or taken away since, the page still gets what is known,
/// without what is gone, and the next one what is found meanwhile: searching takes longer than all the rest of a page.
/// </summary>
internal sealed partial class RelatedFound(PublishedQuestions published, ILogger<RelatedFound> logger)
{
    /// <summary>Of questions long gone; then it begins anew.</summary>
    private const int MostForgotten = 1_000;

    private readonly ConcurrentDictionary<string, Known> all = new(StringComparer.Ordinal);

    public async Task<IReadOnlyList<PublishedQuestion>> OfAsync(string id, Func<Task<IReadOnlyList<PublishedQuestion>>> searchAsync)
    {
        if (!all.TryGetValue(id, out var known))
            return await FindAsync(id, published.Edition, searchAsync);
        // Whoever puts in the new edition searches; nobody waits.
        if (known.Edition != published.Edition && all.TryUpdate(id, known with { Edition = published.Edition }, known))
            _ = Task.Run(() => RefreshAsync(id, published.Edition, searchAsync));
        return [.. known.Ids.Select(published.Find).OfType<PublishedQuestion>()];
    }

    private async Task<IReadOnlyList<PublishedQuestion>> FindAsync(string id, long edition, Func<Task<IReadOnlyList<PublishedQuestion>>> searchAsync)
    {
        var found = await searchAsync();
        if (all.Count > published.Count + MostForgotten)
            all.Clear();
        all[id] = new(edition, [.. found.Select(question => question.Id)]);
        return found;
    }

    private async Task RefreshAsync(string id, long edition, Func<Task<IReadOnlyList<PublishedQuestion>>> searchAsync)
    {
        try
        {
            await FindAsync(id, edition, searchAsync);
        }
        catch (Exception exception)
        {
            Log.NotFoundAgain(logger, id, exception.Message);
        }
    }

    private sealed record Known(long Edition, string[] Ids);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "What is related to question {Id} could not be found again: {Cause}")]
        public static partial void NotFoundAgain(ILogger logger, string id, string cause);
    }
}
