using Wenlu.Retrieval.Dense;

namespace Wenlu.Retrieval.Tests.Dense;

/// <summary>What is sent to a model, when, and what becomes of its answers.</summary>
public sealed class EmbeddingRunTests
{
    private static readonly EmbeddingOptions Fast = new("bag") { RequestsPerMinute = 1_000_000 };

    [Fact]
    public async Task A_text_is_sent_once_whatever_becomes_of_the_documents_it_stands_in()
    {
        using var bench = new DenseBench();
        await bench.WriteAsync(Page("a", 3), Page("same as a", 3));
        Sent(bench, Page("a", 3)).ShouldBe(1);

        await bench.WriteAsync(Page("a", 4));
        bench.Index.Delete("document", "a");
        await bench.WriteAsync();
        await bench.WriteAsync(Page("a", 4), Page("another with it", 3));
        bench.Restart();
        await bench.WriteAsync(Page("one more", 4));
        bench.Restart(isIndexLost: true);
        await bench.WriteAsync(Page("fed again", 3), Page("a", 4));

        (Sent(bench, Page("a", 3)), Sent(bench, Page("a", 4))).ShouldBe((1, 1));
        bench.Embeddings.Progress.ShouldSatisfyAllConditions(progress => (progress.Embedded, progress.Missing).ShouldBe((2, 0)));
    }

    [Fact]
    public async Task Requests_stay_within_their_size()
    {
        using var bench = new DenseBench(options: Fast with { BatchSize = 7, BatchCharacters = 300 });

        await bench.WriteAsync([.. Enumerable.Range(0, 100).Select(number => new SourceDocument($"{number}", "", new string('字', 1 + number * 5 % 400)))]);

        bench.Model.Requests.ShouldAllBe(request => request.Length <= 7 && (request.Length == 1 || request.Sum(text => text.Length) <= 300));
        bench.Embeddings.Progress.Missing.ShouldBe(0);
    }

    [Fact]
    public async Task No_more_requests_are_under_way_than_allowed()
    {
        using var bench = new DenseBench(options: Fast with { BatchSize = 1, Concurrency = 3 });
        var (now, most) = (0, 0);
        bench.Model.Before = async (_, cancel) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Delay(20, cancel);
            Interlocked.Decrement(ref now);
        };

        await bench.WriteAsync([.. Enumerable.Range(0, 30).Select(number => Page($"{number}", number))]);

        most.ShouldBeInRange(2, 3);
    }

    [Fact]
    public async Task Prefixes_stand_before_what_they_belong_to()
    {
        using var bench = new DenseBench(options: Fast with { PassagePrefix = "passage: ", QueryPrefix = "query: " });
        await bench.WriteAsync(new SourceDocument("a", "", "年假十天"));
        await bench.Embeddings.Dense.EmbedAsync("几天", CancellationToken.None);

        bench.Model.Texts.ShouldContain("passage: 年假十天");
        bench.Model.Texts.Last().ShouldBe("query: 几天");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public async Task A_text_that_the_model_refuses_does_not_stop_the_others(int batch)
    {
        using var bench = new DenseBench(options: Fast with { BatchSize = batch });
        bench.Model.Before = (texts, _) => texts.Any(text => text.Contains('毒')) ? throw new InvalidOperationException("content filter") : Task.CompletedTask;

        await bench.WriteAsync([.. Enumerable.Range(0, 40).Select(number => new SourceDocument($"{number}", "", number is 7 or 8 or 31 ? $"毒{number}" : $"第{number}号"))]);

        bench.Embeddings.Progress.ShouldSatisfyAllConditions(
            progress => (progress.Embedded, progress.Missing, progress.Refused, progress.Failure).ShouldBe((37, 3, 3, "content filter")));
        var requests = bench.Model.Requests.Count;
        await bench.WriteAsync();
        bench.Model.Requests.Count.ShouldBe(requests);
    }

    [Theory]
    [InlineData("too few", "returned 1 vectors for 2 texts")]
    [InlineData("not a number", "without direction")]
    [InlineData("infinite", "without direction")]
    [InlineData("zeros", "without direction")]
    [InlineData("another dimension", "65 components where 64 are expected")]
    [InlineData("nothing", "0 components where 64 are expected")]
    public async Task A_vector_that_would_do_harm_is_refused_and_said(string fault, string said)
    {
        using var bench = new DenseBench(
            text => !text.Contains('坏') ? Vectors.Random(text) : fault switch
            {
                "not a number" => [.. Vectors.Random(text)[..63], float.NaN],
                "infinite" => [.. Vectors.Random(text)[..63], float.PositiveInfinity],
                "zeros" => new float[64],
                "another dimension" => Vectors.Random(text, 65),
                "nothing" => [],
                _ => Vectors.Random(text),
            },
            Fast with { BatchSize = 2 });
        bench.Model.Drops = request => fault == "too few" && request.Any(text => text.Contains('坏')) ? 1 : 0;

        await bench.WriteAsync(new SourceDocument("bad", "", "坏"), new SourceDocument("good", "", "好"));

        var progress = bench.Embeddings.Progress;
        (progress.Embedded, progress.Missing, progress.Refused).ShouldBe((1, 1, 1));
        progress.Failure.ShouldNotBeNull().ShouldContain(fault == "too few" ? "returned 0 vectors for 1 texts" : said);
        bench.Restart();
        await bench.WriteAsync();
        (await bench.FindAsync("好")).Select(hit => hit.Id).ShouldBe(["good"]);
    }

    [Fact]
    public async Task A_model_that_answers_nonsense_to_everything_is_given_up()
    {
        using var bench = new DenseBench(text => text.Contains("wenlu") ? Vectors.Random(text) : [float.NaN]);

        var failure = await Should.ThrowAsync<InvalidDataException>(() => bench.WriteAsync([.. Enumerable.Range(0, 100).Select(number => Page($"{number}", number))]));

        failure.Message.ShouldContain("refused 20 texts in a row");
        bench.Model.Requests.Count.ShouldBeLessThan(120);
    }

    [Fact]
    public async Task A_service_that_is_away_is_asked_twice_and_not_once_for_every_text()
    {
        using var bench = new DenseBench(options: Fast with { Concurrency = 1 });
        await bench.WriteAsync(new SourceDocument("before", "", "之前"));
        var before = bench.Model.Requests.Count;
        bench.Model.Before = (_, _) => throw new HttpRequestException("refused");

        await Should.ThrowAsync<HttpRequestException>(() => bench.WriteAsync([.. Enumerable.Range(0, 100).Select(number => Page($"{number}", number))]));

        (bench.Model.Requests.Count - before).ShouldBe(2);
        bench.Model.Before = (_, _) => Task.CompletedTask;
        await bench.WriteAsync();
        bench.Embeddings.Progress.ShouldSatisfyAllConditions(progress => (progress.Missing, progress.Refused, progress.Failure).ShouldBe((0, 0, null)));
    }

    [Fact]
    public async Task A_run_that_was_ended_goes_on_where_it_was()
    {
        using var bench = new DenseBench(options: Fast with { Concurrency = 1 });
        using var end = new CancellationTokenSource();
        var documents = Enumerable.Range(0, 100).Select(number => Page($"{number}", number)).ToArray();
        bench.Model.Before = (texts, _) => texts.Contains(TextOf(documents[50])) ? end.CancelAsync() : Task.CompletedTask;
        foreach (var document in documents)
            bench.Index.Upsert(document);
        bench.Index.Refresh();

        await Should.ThrowAsync<OperationCanceledException>(() => bench.Embeddings.CatchUpAsync(end.Token));
        bench.Restart();
        await bench.WriteAsync();

        bench.Embeddings.Progress.Embedded.ShouldBe(100);
        documents.Count(document => Sent(bench, document) > 1).ShouldBeLessThanOrEqualTo(10);
        documents.ShouldAllBe(document => Sent(bench, document) >= 1);
    }

    [Fact]
    public async Task In_the_background_changes_are_followed_and_failures_outlived()
    {
        using var bench = new DenseBench();
        using var end = new CancellationTokenSource();
        bench.Model.Before = (_, _) => throw new HttpRequestException("starting up");
        bench.Index.Upsert(Page("a", 1));
        bench.Index.Refresh();
        var run = bench.Embeddings.RunAsync(end.Token);
        await Eventually(() => bench.Embeddings.Progress.Failure == "starting up");

        bench.Model.Before = (_, _) => Task.CompletedTask;
        await Eventually(() => bench.Embeddings.Progress is { Embedded: 1, Failure: null });
        bench.Index.Upsert(Page("b", 2));
        bench.Index.Refresh();
        await Eventually(() => bench.Embeddings.Progress.Embedded == 2);

        await end.CancelAsync();
        await run;
    }

    [Fact]
    public async Task Vectors_nobody_needs_are_dropped_but_not_at_once()
    {
        var time = new ManualTime();
        using var bench = new DenseBench(text => Vectors.Random(text, 8), Fast with { BatchSize = 1000, BatchCharacters = 1_000_000, UnusedKept = TimeSpan.FromHours(1) }, time);
        await bench.WriteAsync(new SourceDocument("big", "", string.Join("\n\n", Enumerable.Range(0, 1200).Select(number => $"## 第{number}节\n第{number}节"))));
        await bench.WriteAsync(Page("kept", 1));
        var full = new FileInfo(bench.VectorFile).Length;
        bench.Index.Delete("document", "big");

        await bench.WriteAsync();
        time.Now += TimeSpan.FromMinutes(59);
        await bench.WriteAsync();
        new FileInfo(bench.VectorFile).Length.ShouldBe(full);

        time.Now += TimeSpan.FromMinutes(2);
        await bench.WriteAsync();
        new FileInfo(bench.VectorFile).Length.ShouldBeLessThan(full / 10);
        (await bench.FindAsync("什么")).Select(hit => hit.Id).ShouldBe(["kept"]);
        Sent(bench, Page("kept", 1)).ShouldBe(1);
        bench.Restart();
        await bench.WriteAsync();
        (await bench.FindAsync("什么")).Select(hit => hit.Id).ShouldBe(["kept"]);
    }

    private static SourceDocument Page(string id, int number) => new(id, "", $"第{number}页的内容");

    private static string TextOf(SourceDocument document) => EmbeddedText.Of(document.Title, [], document.Markdown);

    private static int Sent(DenseBench bench, SourceDocument document) => bench.Model.Texts.Count(text => text == TextOf(document));

    private static async Task Eventually(Func<bool> isSo)
    {
        for (var waited = 0; !isSo() && waited < 1000; waited++)
            await Task.Delay(20);
        isSo().ShouldBeTrue();
    }
}
