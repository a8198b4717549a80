using Wenlu.Retrieval.Dense;

namespace Wenlu.Retrieval.Tests.Dense;

public sealed class ModelQualityTests
{
    // Paragraphs about something of their own each, in sentences that share a few of its words.
    private static readonly SourceDocument[] Documents =
    [
        .. Enumerable.Range(0, 80).Select(number => new SourceDocument($"{number}", "", string.Concat(Enumerable.Range(0, 4).Select(sentence => Sentence(number, sentence))))),
    ];

    [Fact]
    public async Task Models_are_ordered_by_how_much_they_understand()
    {
        var constant = await MeasureAsync(_ => [1, 2, 3]);
        var random = await MeasureAsync(text => Vectors.Random(text, 256));
        var noisy = await MeasureAsync(text => Vectors.Noisy(Vectors.Bag(text), 0.5, Vectors.StableHash(text)));
        var bag = await MeasureAsync(text => Vectors.Bag(text));

        constant.ShouldBe(0);
        random.ShouldBeLessThan(0.05);
        noisy.ShouldBeGreaterThan(random);
        bag.ShouldBeGreaterThan(noisy);
    }

    [Fact]
    public async Task The_measure_outlives_a_restart_and_is_not_taken_again()
    {
        using var bench = new DenseBench();
        await bench.WriteAsync(Documents);
        var (quality, requests) = (bench.Embeddings.Progress.Quality, bench.Model.Requests.Count);

        bench.Restart();
        await bench.WriteAsync();

        bench.Embeddings.Progress.Quality.ShouldBe(quality);
        bench.Model.Requests.Count.ShouldBe(requests + 1);
    }

    [Fact]
    public async Task A_question_knows_what_its_model_is_worth()
    {
        using var bench = new DenseBench();
        await bench.WriteAsync(Documents);

        var vector = await bench.Embeddings.Dense.EmbedAsync("什么", CancellationToken.None);

        vector.ShouldNotBeNull().Quality.ShouldBe(bench.Embeddings.Progress.Quality);
    }

    [Fact]
    public async Task Short_answers_are_asked_for_by_their_headings()
    {
        using var bench = new DenseBench();

        await bench.WriteAsync([.. Enumerable.Range(0, 40).Select(number => new SourceDocument($"{number}", Sentence(number, 1), Sentence(number, 2)))]);

        bench.Embeddings.Progress.Quality.ShouldBeGreaterThan(0.1);
    }

    [Fact]
    public async Task Short_passages_without_a_heading_prove_nothing()
    {
        using var bench = new DenseBench();
        await bench.WriteAsync(new SourceDocument("a", "", "一句话。"), new SourceDocument("b", "", "另一句话。"));

        (bench.Embeddings.Progress.Embedded, bench.Embeddings.Progress.Quality).ShouldBe((2, 0));
    }

    [Fact]
    public void The_best_possible_is_one_chance_is_nought_and_few_questions_prove_less()
    {
        ModelQuality.Of([]).ShouldBe(0);
        ModelQuality.Of(Ranks(1, 50)).ShouldBe(1);
        ModelQuality.Of([.. Enumerable.Range(1, 200).Select(rank => (rank, 200))]).ShouldBe(0, 0.02);
        ModelQuality.Of([.. Ranks(1, 5), .. Ranks(3, 5)]).ShouldBeLessThan(ModelQuality.Of([.. Ranks(1, 50), .. Ranks(3, 50)]));
    }

    private static (int, int)[] Ranks(int rank, int count) => [.. Enumerable.Repeat((rank, 100), count)];

    private static async Task<double> MeasureAsync(Func<string, float[]> embed)
    {
        using var bench = new DenseBench(embed);
        await bench.WriteAsync(Documents);
        return bench.Embeddings.Progress.Quality;
    }

    private static string Sentence(int topic, int number)
    {
        var random = new Random(topic * 10 + number);
        // Eight characters of the topic's own twenty among as many that anybody uses.
        return string.Concat(Enumerable.Range(0, 8).Select(_ => $"{(char)(0x4E00 + topic * 20 + random.Next(20))}{(char)(0x7000 + random.Next(300))}")) + "。";
    }
}
