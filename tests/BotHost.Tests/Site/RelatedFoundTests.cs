using Microsoft.Extensions.Logging.Abstractions;
using Wenlu.BotHost.Publication;
using Wenlu.BotHost.Site;
using Wenlu.BotHost.Tests.Fixtures;

namespace Wenlu.BotHost.Tests.Site;

/// <summary>What is related is searched for when something changed, and no page waits for it twice.</summary>
public sealed class RelatedFoundTests
{
    private readonly PublishedQuestions published = new();
    private readonly RelatedFound related;
    private int searches;

    public RelatedFoundTests()
    {
        related = new(published, NullLogger<RelatedFound>.Instance);
        foreach (var id in (string[])["a", "b", "c"])
            published.Set(Question(id));
    }

    [Fact]
    public async Task While_no_question_changes_it_is_found_once()
    {
        (await AskAsync("b")).ShouldBe(["b"]);
        published.SetCount("a", new(1, 1, 0));
        published.SetSource("d", null);

        (await AskAsync("c")).ShouldBe(["b"]);
        searches.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_known_is_shown_at_once_and_what_is_new_the_next_time()
    {
        await AskAsync("b");
        published.Set(Question("d"));
        var search = new TaskCompletionSource<IReadOnlyList<PublishedQuestion>>(TaskCreationOptions.RunContinuationsAsynchronously);

        IdsOf(await related.OfAsync("a", () => search.Task)).ShouldBe(["b"]);
        search.SetResult([published.Find("d")!]);

        await Eventually.TrueAsync(async () => (await AskAsync("c")).SequenceEqual(["d"]));
        searches.ShouldBe(1);
    }

    [Fact]
    public async Task A_question_that_has_gone_is_not_shown()
    {
        await AskAsync("b", "c");
        published.Remove("b");

        IdsOf(await related.OfAsync("a", () => Task.FromException<IReadOnlyList<PublishedQuestion>>(new IOException("The search is away.")))).ShouldBe(["c"]);
    }

    private async Task<IEnumerable<string>> AskAsync(params string[] found) => IdsOf(await related.OfAsync("a", () =>
    {
        searches++;
        return Task.FromResult<IReadOnlyList<PublishedQuestion>>([.. found.Select(published.Find).OfType<PublishedQuestion>()]);
    }));

    private static IEnumerable<string> IdsOf(IReadOnlyList<PublishedQuestion> questions) => questions.Select(question => question.Id);

    private static PublishedQuestion Question(string id) => new(id, id + "？", string.Empty, [], DateTimeOffset.UnixEpoch, []);
}
