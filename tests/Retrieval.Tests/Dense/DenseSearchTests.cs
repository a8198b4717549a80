using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lucene.Net.Index;
using Lucene.Net.Queries;
using Wenlu.Retrieval.Dense;
using Wenlu.Retrieval.Indexing;

namespace Wenlu.Retrieval.Tests.Dense;

public sealed class DenseSearchTests
{
    private const int Documents = 12;

    private sealed record Step(int Document, int Version, bool Delete);

    [Property(MaxTest = 15)]
    public Property Exactly_the_allowed_passages_are_found_in_the_order_of_their_cosines() => Prop.ForAll(Steps().ToArbitrary(), steps =>
    {
        using var bench = new DenseBench(text => Vectors.Random(text));
        var truth = ApplyAsync(bench, steps).Result;
        foreach (var (access, except) in new (string[]?, string[])[] { (null, []), (["even"], []), (["even", "third"], ["0", "3"]), (null, ["1", "2", "absent"]), ([], []) })
            foreach (var kind in new[] { "document", "question" })
            {
                var found = bench.FindAsync("什么", kind, FilterOf(access), except, count: 100).Result;

                found.Select(hit => hit.Id).ShouldBe(truth.Values
                    .Where(document => document.Kind == kind && access?.Intersect(document.Access).Any() != false && !except.Contains(document.Id))
                    .OrderByDescending(document => CosineTo("什么", document)).Select(document => document.Id));
            }
    });

    [Property(MaxTest = 15)]
    public Property An_index_that_grew_in_any_order_finds_what_one_built_at_once_does() => Prop.ForAll(Steps().ToArbitrary(), steps =>
    {
        using var grown = new DenseBench(text => Vectors.Random(text));
        using var built = new DenseBench(text => Vectors.Random(text));
        var truth = ApplyAsync(grown, steps).Result;
        built.WriteAsync([.. truth.Values]).Wait();

        foreach (var question in new[] { "一", "二", "三" })
            grown.FindAsync(question).Result.ShouldBe(built.FindAsync(question).Result);
        grown.Embeddings.Progress.ShouldBe(built.Embeddings.Progress with { Quality = grown.Embeddings.Progress.Quality });
    });

    [Fact]
    public async Task A_search_sees_the_state_of_its_searcher_whatever_is_written_meanwhile()
    {
        using var bench = new DenseBench();
        await bench.WriteAsync(new SourceDocument("old", "", "年假有十天"), new SourceDocument("kept", "", "打印机在三楼"));
        var vector = (await bench.Embeddings.Dense.EmbedAsync("年假", CancellationToken.None)).ShouldNotBeNull();

        bench.Index.Search(searcher =>
        {
            bench.Index.Delete("document", "old");
            bench.WriteAsync(new SourceDocument("new", "", "年假有二十天")).Wait();

            DenseSide.Find(searcher, "document", vector, null, [], 10)
                .Select(found => ChunkFields.Read(searcher.Doc(found.Doc), 0).DocumentId).ShouldBe(["old", "kept"]);
            return true;
        });

        (await bench.FindAsync("年假")).Select(hit => hit.Id).ShouldBe(["new", "kept"]);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.1)]
    [InlineData(0.02)]
    public async Task Among_far_more_passages_than_are_compared_in_full_nearly_all_of_the_nearest_are_found(double share)
    {
        // A narrow cone, few directions that matter, some components far larger than others: as models have it.
        var space = new SkewedSpace(dimension: 128);
        using var bench = new DenseBench(space.Embed, new EmbeddingOptions("skewed") { BatchSize = 1000, BatchCharacters = 1_000_000, RequestsPerMinute = 1_000_000 });
        var documents = Enumerable.Range(0, 4000).Select(number => new SourceDocument($"{number}", "", $"第{number}号") { Access = number % 100 < share * 100 ? ["few"] : ["others"] }).ToArray();
        await bench.WriteAsync(documents);
        var few = documents.Where(document => document.Access[0] == "few").Select(document => (document.Id, Vector: Vectors.Unit(space.Embed(document.Markdown)))).ToArray();

        var recalls = new List<double>();
        for (var question = 0; question < 10; question++)
        {
            var asked = Vectors.Unit(space.Embed($"问题{question}"));
            var exact = few.OrderByDescending(document => Dot(asked, document.Vector)).Take(20).Select(document => document.Id);
            recalls.Add((await bench.FindAsync($"问题{question}", access: FilterOf(["few"]), count: 20)).Select(hit => hit.Id).Intersect(exact).Count() / 20.0);
        }

        recalls.Average().ShouldBeGreaterThanOrEqualTo(0.99);
    }

    private static async Task<Dictionary<int, SourceDocument>> ApplyAsync(DenseBench bench, Step[] steps)
    {
        var truth = new Dictionary<int, SourceDocument>();
        foreach (var (step, number) in steps.Select((step, number) => (step, number)))
        {
            var document = DocumentOf(step);
            if (step.Delete)
            {
                bench.Index.Delete(document.Kind, document.Id);
                truth.Remove(step.Document);
            }
            else
            {
                bench.Index.Upsert(document);
                truth[step.Document] = document;
            }
            if (number % 3 == 0)
                bench.Index.Refresh();
            if (number % 4 == 0)
                await bench.WriteAsync();
            if (number % 5 == 0)
                bench.Index.Commit(number);
        }
        await bench.WriteAsync();
        return truth;
    }

    private static SourceDocument DocumentOf(Step step) => new($"{step.Document}", "", $"第{step.Document}号的第{step.Version}版")
    {
        Kind = step.Document % 4 == 3 ? "question" : "document",
        Access = [step.Document % 2 == 0 ? "even" : "odd", .. step.Document % 3 == 0 ? ["third"] : Array.Empty<string>()],
    };

    private static Gen<Step[]> Steps() =>
        (from document in Gen.Choose(0, Documents - 1) from version in Gen.Choose(0, 3) from dice in Gen.Choose(0, 3) select new Step(document, version, dice == 0)).ArrayOf();

    private static TermsFilter? FilterOf(string[]? access) => access is null ? null : access.Length == 0
        ? new TermsFilter([new Term(ChunkFields.Access, "nobody")])
        : new TermsFilter([.. access.Select(label => new Term(ChunkFields.Access, label))]);

    private static float CosineTo(string question, SourceDocument document) => Dot(
        Vectors.Unit(Vectors.Random(question)), [.. Vectors.Unit(Vectors.Random(EmbeddedText.Of(document.Title, [], document.Markdown))).Select(component => (float)(Half)component)]);

    private static float Dot(float[] one, float[] other) => System.Numerics.Tensors.TensorPrimitives.Dot<float>(one, other);
}
