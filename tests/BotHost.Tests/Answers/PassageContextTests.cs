using Wenlu.BotHost.Answers;
using Wenlu.Retrieval.Chunking;
using Wenlu.Retrieval.Search;

namespace Wenlu.BotHost.Tests.Answers;

public sealed class PassageContextTests
{
    [Fact]
    public void A_passage_is_read_with_its_section_around_it() =>
        Extended([AHit("a", 2)], budget: 100).ShouldBe(["0\n\n1\n\n2\n\n3\n\n4"]);

    [Fact]
    public void The_best_passage_is_extended_first_and_the_nearest_first() =>
        Extended([AHit("a", 2), AHit("b", 2)], budget: 5).ShouldBe(["1\n\n2\n\n3\n\n4", "2"]);

    [Fact]
    public void What_is_shown_as_a_passage_of_its_own_is_not_repeated() =>
        Extended([AHit("a", 1), AHit("a", 3), AHit("a", 2)], budget: 100).ShouldBe(["0\n\n1", "3\n\n4", "2"]);

    [Fact]
    public void Other_sections_are_no_context() =>
        Extended([AHit("a", 2) with { Neighbours = [Part(1, "别的"), Part(3, "年假"), Part(4, "别的")] }], budget: 100).ShouldBe(["2\n\n3"]);

    [Fact]
    public void Nothing_is_joined_over_a_gap() =>
        Extended([AHit("a", 2) with { Neighbours = [Part(3, "年假", "太长了"), Part(4, "年假")] }], budget: 2).ShouldBe(["2"]);

    [Fact]
    public void Numbers_and_all_that_people_see_stay()
    {
        var shown = Passages.From([AHit("a", 2), AHit("b", 2)]);

        var read = PassageContext.Extend(shown, [AHit("a", 2), AHit("b", 2)], text => text.Length);

        read.Zip(shown, (one, other) => one with { Text = other.Text }).ShouldBe(shown);
        shown.Select(passage => passage.Text).ShouldBe(["2", "2"]);
    }

    private static IEnumerable<string> Extended(IReadOnlyList<Hit> hits, int budget) =>
        PassageContext.Extend(Passages.From(hits), hits, text => text.Length, budget).Select(passage => passage.Text);

    private static readonly IReadOnlyList<string> Headings = ["年假"];

    private static Hit AHit(string id, int number) => new(id, id, Headings, $"{number}", 1)
    {
        ChunkNumber = number,
        Neighbours = [.. Enumerable.Range(0, 5).Where(other => other != number && Math.Abs(other - number) <= PassageContext.Reach).Select(other => Part(other, "年假"))],
    };

    private static Chunk Part(int number, string heading, string? text = null) => new(number, [heading], null, text ?? $"{number}");
}
