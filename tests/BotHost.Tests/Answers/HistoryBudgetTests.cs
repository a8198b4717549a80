using FsCheck.Xunit;
using Wenlu.BotHost.Answers;

namespace Wenlu.BotHost.Tests.Answers;

public sealed class HistoryBudgetTests
{
    [Property]
    public void The_latest_turns_are_kept_in_order_and_within_the_budget(byte[] lengths, ushort budget)
    {
        var history = lengths.Select((length, index) => new Turn($"{index}", new string('字', length), DateTimeOffset.UnixEpoch)).ToList();

        var kept = HistoryBudget.Trim(history, text => text.Length, budget);

        kept.ShouldBe(history.TakeLast(kept.Count));
        kept.Sum(Cost).ShouldBeLessThanOrEqualTo(budget);
        if (kept.Count < history.Count)
            (kept.Sum(Cost) + Cost(history[^(kept.Count + 1)])).ShouldBeGreaterThan(budget);
    }

    [Fact]
    public void Tokens_are_counted_as_current_models_count_them()
    {
        var count = new TokenCounter().Count("大语言模型把文本切成 tokens 来处理。");

        count.ShouldBeInRange(8, 14);
    }

    private static int Cost(Turn turn) => turn.Question.Length + turn.Answer.Length;
}
