using Wenlu.Retrieval.Dense;

namespace Wenlu.Retrieval.Tests.Dense;

public sealed class DenseSideTests
{
    private static readonly EmbeddingOptions Patient = new("bag") { RequestsPerMinute = 1_000_000, QueryDeadline = TimeSpan.FromMinutes(1) };

    [Fact]
    public async Task Passages_are_found_by_what_their_vectors_say()
    {
        using var bench = await FilledAsync(Patient);

        var found = await bench.FindAsync("年假有几天");

        found.Select(hit => hit.Id).ShouldBe(["leave", "vpn"]);
        found[0].Cosine.ShouldBeGreaterThan(found[1].Cosine);
        bench.Embeddings.Progress.ShouldSatisfyAllConditions(
            progress => (progress.Model, progress.Dimension, progress.Embedded, progress.Missing, progress.Failure).ShouldBe(("bag", 256, 2, 0, null)));
    }

    [Fact]
    public async Task Without_vectors_no_question_is_sent()
    {
        using var bench = new DenseBench();

        (await bench.Embeddings.Dense.EmbedAsync("年假", CancellationToken.None)).ShouldBeNull();

        bench.Model.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_question_is_sent_once()
    {
        using var bench = await FilledAsync(Patient);

        var first = await bench.Embeddings.Dense.EmbedAsync("年假", CancellationToken.None);
        var second = await bench.Embeddings.Dense.EmbedAsync("年假", CancellationToken.None);

        second.ShouldBeSameAs(first);
        bench.Model.Texts.Count(text => text == "年假").ShouldBe(1);
    }

    [Fact]
    public async Task A_model_that_does_not_answer_in_time_is_not_waited_for_even_when_it_heeds_no_cancellation()
    {
        using var bench = await FilledAsync(Patient with { QueryDeadline = TimeSpan.FromMilliseconds(50) });
        var never = new TaskCompletionSource();
        bench.Model.Before = (_, _) => never.Task;

        (await bench.Embeddings.Dense.EmbedAsync("年假", CancellationToken.None)).ShouldBeNull();

        never.SetResult();
    }

    [Fact]
    public async Task After_a_failure_nothing_is_asked_for_a_while_and_longer_after_the_next()
    {
        var time = new ManualTime();
        using var bench = await FilledAsync(Patient, time);
        var asked = 0;
        bench.Model.Before = (_, _) => Interlocked.Increment(ref asked) > 0 ? throw new HttpRequestException("down") : Task.CompletedTask;

        await AskAsync(expected: 1);
        await AskAsync(expected: 1);
        time.Now += TimeSpan.FromSeconds(5);
        await AskAsync(expected: 2);
        time.Now += TimeSpan.FromSeconds(9);
        await AskAsync(expected: 2);
        time.Now += TimeSpan.FromSeconds(1);
        await AskAsync(expected: 3);
        bench.Model.Before = (_, _) => Task.CompletedTask;
        time.Now += TimeSpan.FromMinutes(1);
        (await bench.FindAsync("年假有几天")).ShouldNotBeEmpty();

        async Task AskAsync(int expected)
        {
            (await bench.Embeddings.Dense.EmbedAsync("年假", CancellationToken.None)).ShouldBeNull();
            asked.ShouldBe(expected);
        }
    }

    [Fact]
    public async Task A_search_that_is_given_up_says_so_and_is_no_failure_of_the_model()
    {
        using var bench = await FilledAsync(Patient);
        using var end = new CancellationTokenSource();
        bench.Model.Before = (_, cancel) => Task.Delay(Timeout.Infinite, cancel);
        var asked = bench.Embeddings.Dense.EmbedAsync("年假", end.Token).AsTask();

        await end.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(asked);
        bench.Model.Before = (_, _) => Task.CompletedTask;
        (await bench.Embeddings.Dense.EmbedAsync("年假", CancellationToken.None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Searches_go_on_while_passages_are_written_embedded_and_merged()
    {
        using var bench = await FilledAsync(Patient);
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        var run = bench.Embeddings.RunAsync(end.Token);
        var searches = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            for (var count = 0; !end.IsCancellationRequested; count++)
                (await bench.FindAsync("年假有几天", except: count % 2 == 0 ? [] : ["vpn"]))[0].Id.ShouldBe("leave");
        })).ToArray();

        for (var number = 0; !end.IsCancellationRequested; number++)
        {
            bench.Index.Upsert(new SourceDocument($"{number % 50}", "", $"打印机{number}号在三楼"));
            bench.Index.Refresh();
        }

        await Task.WhenAll([.. searches, run]);
        bench.Embeddings.Progress.Failure.ShouldBeNull();
    }

    [Fact]
    public async Task Vectors_closed_under_a_search_leave_it_without_any()
    {
        using var bench = await FilledAsync(Patient);
        var vector = (await bench.Embeddings.Dense.EmbedAsync("年假", CancellationToken.None)).ShouldNotBeNull();

        bench.Embeddings.Dispose();

        bench.Index.Search(searcher => DenseSide.Find(searcher, "document", vector, null, [], 10)).ShouldBeEmpty();
    }

    private static async Task<DenseBench> FilledAsync(EmbeddingOptions options, TimeProvider? time = null)
    {
        var bench = new DenseBench(options: options, time: time);
        await bench.WriteAsync(
            new SourceDocument("leave", "休假制度", "## 年假\n入职满一年者，年假十天。"),
            new SourceDocument("vpn", "远程接入", "## 安装\n下载客户端，输入工号和密码。"));
        return bench;
    }
}
