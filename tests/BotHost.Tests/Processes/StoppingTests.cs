using System.Diagnostics;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.Processes;

/// <summary>The end of a process, wanted or not, in the middle of an answer.</summary>
[Collection(OneAtATime.Name)]
public sealed class StoppingTests : IAsyncLifetime
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(5);

    private Installation bot = null!;

    public async Task InitializeAsync()
    {
        bot = await Installation.CreateAsync();
        using var first = await bot.StartReadyAsync();
        await bot.KnowLeaveAsync();
    }

    public async Task DisposeAsync()
    {
        var (violations, model) = (bot.Platform.Violations, bot.Model.Violations);
        await bot.DisposeAsync();
        violations.ShouldBeEmpty();
        model.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_process_that_is_told_to_stop_hands_its_question_back_and_the_next_one_finishes_the_same_card(string signal)
    {
        bot.Model.Then(ModelReply.Says("年假十天，还没写完").Pausing(TimeSpan.FromMilliseconds(50)).StallingAfter(1));
        bot.Model.Then(ModelReply.Says("入职满一年者，年假十天。[1]"));
        var question = AMessage.InDirectChat().Saying("年假有几天？");
        using (var stopped = await bot.StartReadyAsync())
        {
            (await bot.Delivery.SendAsync(question)).Accepted.ShouldBeTrue();
            await StreamingAsync();
            (await StopAsync(stopped, signal)).ShouldBeLessThan(StopLimit);
        }

        using var next = await bot.StartReadyAsync();
        var card = await bot.Platform.CardFinishedAsync(question.MessageId, AtOnce);

        card.Answer.ShouldContain("入职满一年者");
        bot.Platform.RepliesTo(question.MessageId).Count.ShouldBe(1);
        bot.Platform.Cards.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_that_is_nearly_written_is_finished_before_the_process_ends()
    {
        bot.Model.Then(ModelReply.Says("入职满一年者，年假十天。[1]").Pausing(TimeSpan.FromMilliseconds(400)));
        var question = AMessage.InDirectChat().Saying("年假有几天？");
        using var stopped = await bot.StartReadyAsync();
        await bot.Delivery.SendAsync(question);
        await StreamingAsync();

        (await StopAsync(stopped, "TERM")).ShouldBeLessThan(StopLimit);

        bot.Platform.FinishedCards(question.MessageId).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_process_that_has_nothing_to_do_stops_at_once()
    {
        using var idle = await bot.StartReadyAsync();

        (await StopAsync(idle, "INT")).ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task What_was_acknowledged_a_moment_before_the_process_was_killed_is_answered_by_the_next_one()
    {
        bot.Model.Otherwise = _ => ModelReply.Says("入职满一年者，年假十天。[1]");
        List<AMessage> questions = [];
        for (var kill = 0; kill < 3; kill++)
        {
            var question = AMessage.InDirectChat($"oc_000000000000000000000000000000f{kill}").From($"ou_000000000000000000000000000000f{kill}").Saying("年假有几天？");
            questions.Add(question);
            using var killed = await bot.StartReadyAsync();
            using var response = await bot.Delivery.PostAsync(question.ToEvent(bot.Platform.Options));
            killed.Kill();
            response.IsSuccessStatusCode.ShouldBeTrue();
        }

        using var next = await bot.StartReadyAsync();

        foreach (var question in questions)
            await bot.Platform.CardFinishedAsync(question.MessageId, AtOnce);
        questions.ShouldAllBe(question => bot.Platform.RepliesTo(question.MessageId).Count == 1);
    }

    private Task<FeishuPlatform> StreamingAsync() => bot.Platform.WaitForAsync(
        () => bot.Platform.Calls.Any(call => call.Path.EndsWith("/content", StringComparison.Ordinal)) ? bot.Platform : null, "a frame");

    private static async Task<TimeSpan> StopAsync(BotProcess process, string signal)
    {
        var begun = Stopwatch.GetTimestamp();
        process.Signal(signal);
        (await process.ExitAsync(TimeSpan.FromSeconds(10))).ShouldBe(0, process.Errors);
        process.Errors.ShouldBeEmpty();
        return Stopwatch.GetElapsedTime(begun);
    }
}
