using Wenlu.BotHost.Cli;
using Wenlu.BotHost.Cli.Eval;
using Wenlu.Retrieval.Evaluation;

namespace Wenlu.BotHost.Tests.Cli;

/// <summary>
/// What retrieval has reached on the golden questions of the seeds, and must not lose. A little below what was measured: a question
/// may change places.
/// </summary>
public sealed class GoldenFloorTests(GoldenRun golden) : IClassFixture<GoldenRun>
{
    [Theory]
    [InlineData(Measures.HeadingHit5, 0.90)]
    [InlineData("Recall@1", 0.72)]
    public void Documents_and_sections_are_found(string measure, double floor) => Mean(golden.Figures.Measures, measure).ShouldBeGreaterThanOrEqualTo(floor);

    [Theory]
    [InlineData(Measures.DocumentHit5, 0.92)]
    [InlineData(Measures.HeadingHit5, 0.76)]
    public void Follow_ups_are_found(string measure, double floor) =>
        Mean(golden.Figures.Kinds.Single(kind => kind.Kind == "follow-up").Measures, measure).ShouldBeGreaterThanOrEqualTo(floor);

    [Theory]
    [InlineData(Unanswerable.Given, "foreign", 0.80)]
    [InlineData(Unanswerable.Given, "near-miss", 0.60)]
    [InlineData(Unanswerable.NearMiss, null, 0.70)]
    public void What_has_no_answer_is_told_from_what_has_one(Unanswerable why, string? kind, double floor) =>
        golden.Figures.Refusal!.Groups.Single(group => group.Why == why && group.Kind == kind).AreaUnderCurve.ShouldBeGreaterThanOrEqualTo(floor);

    private static double Mean(IReadOnlyList<MeasureFigure> measures, string name) => measures.Single(measure => measure.Name == name).Value.Mean;
}

/// <summary>The golden questions, asked once as the product asks them, without a model.</summary>
public sealed class GoldenRun : IAsyncLifetime
{
    public EvaluationFigures Figures { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        using var understanding = new Understanding();
        var seeds = EvalFolder.Read(Seeds(AppContext.BaseDirectory), []);
        var unseen = new EvalProgress(null, Language.English);
        var run = await EvalRun.RunAsync(seeds, [], understanding, Evaluator.DefaultDepth, unseen, CancellationToken.None);
        Figures = EvaluationFigures.Of(run);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static string Seeds(string directory) => File.Exists(Path.Combine(directory, "Bot.sln"))
        ? Path.Combine(directory, "seeds")
        : Seeds(Path.GetDirectoryName(directory)!);
}
