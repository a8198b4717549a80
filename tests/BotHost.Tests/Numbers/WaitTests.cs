using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Numbers;
using Wenlu.BotHost.Tests.Fixtures;

namespace Wenlu.BotHost.Tests.Numbers;

public sealed class WaitTests
{
    private static readonly DateTimeOffset Asked = new(2026, 5, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Answer Answer = new(Outcome.Grounded, "年假十天。", [], [], "年假有几天？", Language.Chinese);

    private readonly ManualTime time = new(Asked);

    [Fact]
    public async Task The_first_words_end_one_wait_and_the_answer_the_other()
    {
        var wait = new Wait(time, Asked);
        await foreach (var _ in wait.WatchAsync(Progress(new AnswerProgress.Searching(Language.Chinese), new AnswerProgress.Writing("年"), new AnswerProgress.Writing("年假"), new AnswerProgress.Finished(Answer))))
        {
        }

        (wait.FirstWords, wait.SoFar).ShouldBe((TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)));
    }

    [Fact]
    public async Task An_answer_that_comes_whole_is_its_own_first_words()
    {
        var wait = new Wait(time, Asked);
        await foreach (var _ in wait.WatchAsync(Progress(new AnswerProgress.Searching(Language.Chinese), new AnswerProgress.Finished(Answer))))
        {
        }

        wait.FirstWords.ShouldBe(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Of_two_clocks_one_may_be_ahead() => new Wait(time, Asked.AddSeconds(3)).SoFar.ShouldBe(TimeSpan.Zero);

    private async IAsyncEnumerable<AnswerProgress> Progress(params AnswerProgress[] steps)
    {
        foreach (var step in steps)
        {
            await Task.Yield();
            time.Now += TimeSpan.FromSeconds(1);
            yield return step;
        }
    }
}
