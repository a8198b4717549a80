using FsCheck;
using FsCheck.Xunit;
using Wenlu.BotHost.Answers;

namespace Wenlu.BotHost.Tests.Answers;

public sealed class HistoryBudgetTests
{
    [Property]
    public void The_latest_turns_are_kept_in_order_and_within_the_budget(NonEmptyArray<byte> lengths, ushort budget)
    {
        var history = lengths.Get.Select((length, index) => new Turn($"{index}", new string('字', length), DateTimeOffset.UnixEpoch)).ToList();

        var kept = Trim(history, budget);

        kept.SkipLast(1).ShouldBe(history.TakeLast(kept.Count).SkipLast(1));
        kept.Sum(Cost).ShouldBeLessThanOrEqualTo(Math.Max(budget, kept[^1].Question.Length));
        if (kept.Count < history.Count)
            (history.TakeLast(kept.Count).Sum(Cost) + Cost(history[^(kept.Count + 1)])).ShouldBeGreaterThan(budget);
    }

    [Theory]
    [InlineData(40, "很长的回答很长的回答很长的回答")]
    [InlineData(12, "很长的回答很")]
    [InlineData(6, "")]
    [InlineData(1, "")]
    public void The_newest_turn_always_stays_with_its_question_whole_and_as_much_of_its_answer_as_there_is_room_for(int budget, string answer)
    {
        var older = new Turn("更早的问题", new string('字', 100), DateTimeOffset.UnixEpoch);
        var newest = new Turn("年假有几天？", "很长的回答很长的回答很长的回答", DateTimeOffset.UnixEpoch);

        Trim([older, newest], budget).ShouldBe([newest with { Answer = answer }]);
    }

    [Fact]
    public void A_conversation_that_only_begins_has_no_history() => Trim([], 100).ShouldBeEmpty();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(50)]
    public void A_text_is_cut_after_so_many_tokens_and_never_within_a_character(int tokens)
    {
        var counter = new TokenCounter();
        var text = string.Concat(Enumerable.Repeat("大语言模型😀👨‍👩‍👧 tokens ", 20));

        var cut = counter.Cut(text, tokens);

        text.ShouldStartWith(cut);
        counter.Count(cut).ShouldBeLessThanOrEqualTo(tokens);
        (cut.Length > 0 && char.IsHighSurrogate(cut[^1])).ShouldBeFalse();
        (cut.Length == 0).ShouldBe(tokens == 0);
    }

    [Fact]
    public void Tokens_are_counted_as_current_models_count_them()
    {
        var count = new TokenCounter().Count("大语言模型把文本切成 tokens 来处理。");

        count.ShouldBeInRange(8, 14);
    }

    private static IReadOnlyList<Turn> Trim(IReadOnlyList<Turn> history, int budget) =>
        HistoryBudget.Trim(history, text => text.Length, (text, length) => text[..length], budget);

    private static int Cost(Turn turn) => turn.Question.Length + turn.Answer.Length;
}
