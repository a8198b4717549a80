using Wenlu.BotHost.Answers;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.Answers;

public sealed class QuestionRewriterTests
{
    private static readonly Turn Before = new("年假有几天？", "十天。[1]", DateTimeOffset.UnixEpoch);

    [Fact]
    public async Task A_follow_up_is_rewritten_by_one_short_call_before_the_search()
    {
        await using var bench = await AnswerBench.StartAsync();
        bench.Knowledge.With("leave", "年假需提前三天申请。");
        bench.Model.Then(ModelReply.Says("“年假需要提前几天申请？”\n").ToAPlainCall(), ModelReply.Says("三天[1]").ToAStream());

        var (answer, _) = await bench.AskAsync("那要提前多久？", Before);

        answer.StandaloneQuestion.ShouldBe("年假需要提前几天申请？");
        bench.Knowledge.Queries.ShouldAllBe(query => query.Text == "年假需要提前几天申请？");
        bench.Model.Requests.Count.ShouldBe(2);
        bench.Model.Requests[0].User.ShouldContain("Q: 年假有几天？\nA: 十天。");
        bench.Model.Requests[1].User.ShouldContain("Q: 年假有几天？\nA: 十天。");
        bench.Model.Requests[1].User.ShouldContain("那要提前多久？\n(年假需要提前几天申请？)");
    }

    [Fact]
    public async Task After_an_answer_beyond_all_measure_a_follow_up_is_still_understood()
    {
        await using var bench = await AnswerBench.StartAsync();
        bench.Knowledge.With("leave", "年假需提前三天申请。");
        bench.Model.Then(ModelReply.Says("年假需要提前几天申请？"), ModelReply.Says("三天[1]"));

        var (answer, _) = await bench.AskAsync("那要提前多久？", Before with { Answer = string.Concat(Enumerable.Repeat("十天，满十年的员工有十五天。", 400)) });

        answer.StandaloneQuestion.ShouldBe("年假需要提前几天申请？");
        bench.Model.Requests.ShouldAllBe(request => request.User.Contains("Q: 年假有几天？\nA: 十天，"));
        bench.Model.Requests.ShouldAllBe(request => request.User.Length < 6_000);
    }

    [Fact]
    public async Task Without_history_there_is_nothing_to_rewrite_and_no_call()
    {
        await using var bench = await AnswerBench.StartAsync();
        bench.Knowledge.With("leave", "年假需提前三天申请。");
        bench.Model.Then(ModelReply.Says("三天[1]").ToAStream());

        (await bench.AskAsync("那要提前多久？")).Answer.StandaloneQuestion.ShouldBe("那要提前多久？");
    }

    [Fact]
    public async Task A_model_that_cannot_rewrite_is_replaced_by_the_terms_of_the_history()
    {
        await using var bench = await AnswerBench.StartAsync();
        bench.Knowledge.With("leave", "年假需提前三天申请。");
        bench.Model.Then(ModelReply.Fails(500), ModelReply.Says("三天[1]"));

        (await bench.AskAsync("它要提前多久？", Before)).Answer.StandaloneQuestion.ShouldBe("它要提前多久？ 年假");
    }

    [Fact]
    public async Task Without_a_model_the_terms_of_the_history_complete_the_question()
    {
        await using var bench = await AnswerBench.StartAsync(dialect: null);
        bench.Knowledge.With("leave", "年假需提前三天申请。");

        (await bench.AskAsync("它要提前多久？", Before)).Answer.StandaloneQuestion.ShouldBe("它要提前多久？ 年假");
    }

    [Theory]
    [InlineData("")]
    [InlineData("第一行\n第二行")]
    [InlineData("\"\"")]
    public void Only_one_line_is_accepted(string reply) => QuestionRewriter.Accept(reply).ShouldBeNull();
}
