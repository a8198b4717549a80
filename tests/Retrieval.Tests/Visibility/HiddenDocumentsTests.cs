using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Wenlu.Retrieval.Dense;
using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Search;
using Wenlu.Retrieval.Tests.Dense;
using Wenlu.Retrieval.Understanding;

namespace Wenlu.Retrieval.Tests.Visibility;

/// <summary>
/// What somebody may not read does not exist for him: whatever is asked, the result is to the last digit that of an index without it.
/// </summary>
public sealed class HiddenDocumentsTests
{
    private static readonly string[] Labels = ["everyone", "tenant", "chat:a", "chat:b", "user:x"];

    // Few words, so that documents share them, and some that differ by a letter, so that typing errors have several mendings.
    private static readonly string[] Words =
        ["年假", "病假", "十天", "报销", "发票", "三十天", "审批", "打印机", "deploy", "deployed", "gateway", "gatewax", "backup", "E4021", "E4030", "500", "的", "不"];

    private static readonly string[] Typed = [.. Words, "deploi", "gatewai", "bakcup", "E4099", "怎么", "多少"];

    [Property(MaxTest = 100, Arbitrary = [typeof(Worlds)])]
    public void A_search_by_words_tells_nothing_of_what_is_hidden(World world)
    {
        using var whole = DocumentIndex.InMemory();
        using var visible = DocumentIndex.InMemory();
        world.Write(whole, hidden: true);
        world.Write(visible, hidden: false);

        foreach (var question in world.Questions)
            Ask(whole, question, world.Asker).ShouldBe(Ask(visible, question, world.Asker), question);
    }

    [Property(MaxTest = 25, Arbitrary = [typeof(Worlds)])]
    public void A_search_by_meaning_tells_nothing_of_what_is_hidden(World world)
    {
        var options = new EmbeddingOptions("bag") { RequestsPerMinute = 1_000_000, MeasuredOn = ["everyone"] };
        using var whole = new DenseBench(options: options);
        using var visible = new DenseBench(options: options);
        world = world with { Asker = [.. world.Asker.Append("everyone").Distinct()] };
        world.Write(whole.Index, hidden: true);
        world.Write(visible.Index, hidden: false);
        whole.Embeddings.CatchUpAsync(CancellationToken.None).GetAwaiter().GetResult();
        visible.Embeddings.CatchUpAsync(CancellationToken.None).GetAwaiter().GetResult();

        foreach (var question in world.Questions)
            Ask(whole.Index, question, world.Asker).ShouldBe(Ask(visible.Index, question, world.Asker), question);
    }

    [Fact]
    public async Task What_was_deleted_or_replaced_does_not_count_any_more()
    {
        using var written = DocumentIndex.InMemory();
        using var changed = DocumentIndex.InMemory();
        foreach (var index in new[] { written, changed })
            foreach (var (word, number) in Words.Select((word, number) => (word, number)))
                index.Upsert(new SourceDocument($"{number}", word, $"{word} 年假 {Words[(number + 5) % Words.Length]}"));
        changed.Upsert(new SourceDocument("gone", "年假", "年假 十天 gateway"));
        changed.Refresh();
        changed.Delete("document", "gone");
        changed.Upsert(new SourceDocument("0", Words[0], $"{Words[0]} 年假 {Words[5]}"));
        written.Refresh();
        changed.Refresh();

        foreach (var question in Typed)
            Shown(await changed.SearchAsync(new SearchQuery(question), CancellationToken.None))
                .ShouldBe(Shown(await written.SearchAsync(new SearchQuery(question), CancellationToken.None)), question);
    }

    private static string Ask(DocumentIndex index, string question, string[] asker) =>
        Shown(index.SearchAsync(new SearchQuery(question) { Access = asker, TopK = 50, Neighbours = 1 }, CancellationToken.None).AsTask().GetAwaiter().GetResult());

    /// <summary>Everything that a caller can see, but for the place in the index.</summary>
    private static string Shown(SearchResult result) => JsonSerializer.Serialize(result with { Hits = [.. result.Hits.Select(hit => hit with { Place = 0 })] });

    /// <summary>Documents with the labels that open them, somebody's labels, and what he asks.</summary>
    public sealed record World((SourceDocument Document, bool IsRewritten)[] Documents, string[] Asker, string[] Questions)
    {
        public void Write(DocumentIndex index, bool hidden)
        {
            index.Glossary = Glossary.Empty;
            foreach (var (document, isRewritten) in Documents)
            {
                if (!hidden && !document.Access.Intersect(Asker).Any())
                    continue;
                index.Upsert(document);
                if (!isRewritten)
                    continue;
                index.Refresh();
                index.Upsert(document);
            }
            index.Refresh();
        }

        public override string ToString() =>
            $"{string.Join(',', Asker)} asks {string.Join(" | ", Questions)} of {string.Join("; ", Documents.Select(one => $"{one.Document.Id} [{string.Join(',', one.Document.Access)}] {one.Document.Markdown}"))}";
    }

    private static class Worlds
    {
        public static Arbitrary<World> World() => (
            from count in Gen.Choose(1, 14)
            from documents in Gen.ArrayOf(Document, count)
            from asker in Gen.SubListOf(Labels)
            from questions in Gen.ArrayOf(Text(Typed, 1, 4), 3)
            select new World(
                [.. documents.Select((one, number) => (new SourceDocument($"d{number}", one.Title, one.Text) { Access = one.Labels }, one.IsRewritten))],
                [.. asker], questions)).ToArbitrary();

        private static Gen<(string Title, string Text, string[] Labels, bool IsRewritten)> Document =>
            from title in Text(Words, 1, 2)
            from heading in Text(Words, 1, 2)
            from text in Text(Words, 1, 12)
            from labels in Gen.SubListOf(Labels)
            from isRewritten in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
            select (title, $"## {heading}\n{text}。", labels.ToArray(), isRewritten);

        private static Gen<string> Text(string[] words, int least, int most) =>
            from count in Gen.Choose(least, most)
            from chosen in Gen.ArrayOf(Gen.Elements(words), count)
            select string.Join(' ', chosen);
    }
}
