using Wenlu.Retrieval.Dense;

namespace Wenlu.Retrieval.Tests.Dense;

public sealed class ModelChangeTests : IDisposable
{
    private static readonly EmbeddingOptions Old = new("old") { RequestsPerMinute = 1_000_000 };
    private static readonly EmbeddingOptions New = Old with { Model = "new" };

    private readonly ScriptedGenerator oldModel = new(text => Vectors.Bag(text, 64));
    private readonly ScriptedGenerator newModel = new(text => Vectors.Bag(text, 128));

    public void Dispose()
    {
        oldModel.Dispose();
        newModel.Dispose();
    }

    [Fact]
    public async Task The_old_vectors_serve_questions_of_the_old_model_until_the_new_ones_are_there()
    {
        using var bench = await FilledAsync();
        var isHeld = new TaskCompletionSource();
        newModel.Before = (texts, _) => texts.Any(text => text.Contains("第150号")) ? isHeld.Task : Task.CompletedTask;

        bench.Restart(New with { Concurrency = 1 }, ModelOf);
        var run = bench.Embeddings.CatchUpAsync(CancellationToken.None);
        await Eventually(() => newModel.Texts.Any(text => text.Contains("第150号")));

        bench.Embeddings.Progress.Model.ShouldBe("old");
        (await bench.FindAsync("第77号文档", count: 1))[0].Id.ShouldBe("77");
        oldModel.Texts.Last().ShouldBe("第77号文档");

        isHeld.SetResult();
        await run;
        bench.Embeddings.Progress.ShouldSatisfyAllConditions(
            progress => (progress.Model, progress.Dimension, progress.Embedded, progress.Missing).ShouldBe(("new", 128, 200, 0)));
        (await bench.FindAsync("第78号文档", count: 1))[0].Id.ShouldBe("78");
        newModel.Texts.Last().ShouldBe("第78号文档");
        bench.VectorFile.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_old_model_that_is_gone_leaves_searches_without_vectors_until_the_new_one_has_caught_up()
    {
        using var bench = await FilledAsync();
        var isHeld = new TaskCompletionSource();
        newModel.Before = (_, _) => isHeld.Task;
        bench.Restart(New, model => model == "new" ? newModel : throw new InvalidOperationException("no such model"));
        var run = bench.Embeddings.CatchUpAsync(CancellationToken.None);
        await Eventually(() => bench.Embeddings.Progress.Model == "old");

        (await bench.FindAsync("第77号文档")).ShouldBeEmpty();

        isHeld.SetResult();
        await run;
        bench.Embeddings.Progress.Model.ShouldBe("new");
    }

    [Fact]
    public async Task A_change_is_finished_after_a_restart_in_its_middle()
    {
        using var bench = await FilledAsync();
        using var end = new CancellationTokenSource();
        newModel.Before = (texts, _) => texts.Any(text => text.Contains("第150号")) ? end.CancelAsync() : Task.CompletedTask;
        bench.Restart(New with { Concurrency = 1 }, ModelOf);
        await Should.ThrowAsync<OperationCanceledException>(() => bench.Embeddings.CatchUpAsync(end.Token));
        newModel.Before = (_, _) => Task.CompletedTask;

        bench.Restart(New, ModelOf);
        await bench.WriteAsync();

        (bench.Embeddings.Progress.Model, bench.Embeddings.Progress.Embedded).ShouldBe(("new", 200));
        newModel.Texts.Count(text => text.Contains("第20号")).ShouldBe(1);
        bench.VectorFile.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_model_that_changed_its_dimension_behind_its_name_is_embedded_with_again()
    {
        using var bench = await FilledAsync();

        bench.Restart(Old, _ => newModel);
        await bench.WriteAsync();

        bench.Embeddings.Progress.ShouldSatisfyAllConditions(progress => (progress.Model, progress.Dimension, progress.Embedded).ShouldBe(("old", 128, 200)));
        (await bench.FindAsync("第77号文档", count: 1))[0].Id.ShouldBe("77");
        bench.VectorFile.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("dimension")]
    [InlineData("passage prefix")]
    public async Task What_makes_other_vectors_of_a_text_embeds_again(string change)
    {
        using var bench = await FilledAsync();

        bench.Restart(change == "dimension" ? Old with { Dimensions = 64 } : Old with { PassagePrefix = "passage: " }, ModelOf);
        await bench.WriteAsync();

        oldModel.Texts.Count(text => text.EndsWith("第77号文档", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task Another_prefix_of_questions_does_not()
    {
        using var bench = await FilledAsync();

        bench.Restart(Old with { QueryPrefix = "query: " }, ModelOf);
        await bench.WriteAsync();
        await bench.FindAsync("第77号文档");

        oldModel.Texts.Count(text => text == "第78号文档").ShouldBe(1);
        oldModel.Texts.Last().ShouldBe("query: 第77号文档");
    }

    private async Task<DenseBench> FilledAsync()
    {
        var bench = new DenseBench(options: Old) { Model = oldModel };
        await bench.WriteAsync([.. Enumerable.Range(0, 200).Select(number => new SourceDocument($"{number}", "", $"第{number}号文档"))]);
        return bench;
    }

    private ScriptedGenerator ModelOf(string name) => name == "new" ? newModel : oldModel;

    private static async Task Eventually(Func<bool> isSo)
    {
        for (var waited = 0; !isSo() && waited < 1000; waited++)
            await Task.Delay(20);
        isSo().ShouldBeTrue();
    }
}
