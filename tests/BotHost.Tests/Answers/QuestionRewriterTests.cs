using System.Diagnostics;
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

    [Fact]
    public async Task A_model_may_give_other_words_and_the_language_and_all_are_searched_for()
    {
        await using var bench = await AnswerBench.StartAsync();
        bench.Knowledge.With("leave", "年假需提前三天申请。");
        bench.Model.Then(
            ModelReply.Says("""
                ```json
                {"question": "RAG annual leave?", "phrasings": ["年假 申请 提前", "leave request", "HR-7", "a fourth"], "language": "zh-CN"}
                ```
                """).ToAPlainCall(),
            ModelReply.Says("三天[1]").ToAStream());

        var (answer, _) = await bench.AskAsync("and how early?", Before);

        (answer.StandaloneQuestion, answer.Language).ShouldBe(("RAG annual leave?", Language.Chinese));
        var query = bench.Knowledge.Queries.First();
        (query.Text, query.Kind).ShouldBe(("RAG annual leave?", "document"));
        query.Phrasings.ShouldBe(["年假 申请 提前", "leave request", "HR-7"]);
        bench.Model.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_question_that_its_own_words_do_not_find_is_asked_for_in_others_by_one_call()
    {
        await using var bench = await AnswerBench.StartAsync();
        bench.Knowledge.With("leave", "年假需提前三天申请。");
        (bench.Knowledge.Answerable, bench.Knowledge.ConfidenceInPhrasings) = (false, 0.9);
        bench.Model.Then(
            ModelReply.Says("""{"question":"怎么休年假？","phrasings":["年假 申请"],"language":"zh"}""").ToAPlainCall(),
            ModelReply.Says("提前三天[1]").ToAStream());

        var (answer, _) = await bench.AskAsync("怎么歇几天？");

        (answer.Outcome, answer.StandaloneQuestion).ShouldBe((Outcome.Grounded, "怎么休年假？"));
        bench.Knowledge.Queries.Where(query => query.Kind == "document").Select(query => query.Phrasings.Count).ShouldBe([0, 1]);
        bench.Model.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Other_words_that_find_less_are_forgotten()
    {
        await using var bench = await AnswerBench.StartAsync();
        bench.Knowledge.With("leave", "年假需提前三天申请。");
        (bench.Knowledge.Answerable, bench.Knowledge.Confidence, bench.Knowledge.ConfidenceInPhrasings) = (false, 0.1, 0.05);
        bench.Model.Then(ModelReply.Says("""{"question":"食堂几点开门？","phrasings":["食堂"],"language":"zh"}"""));

        (await bench.AskAsync("年假怎么请？")).Answer.StandaloneQuestion.ShouldBe("年假怎么请？");
    }

    [Fact]
    public async Task Nobody_waits_long_for_other_words()
    {
        await using var bench = await AnswerBench.StartAsync(ModelDialect.OpenAI, ("Llm:FirstToken", "00:00:50"), ("Llm:Stall", "00:00:50"));
        bench.Knowledge.With("leave", "年假需提前三天申请。");
        bench.Knowledge.Answerable = false;
        bench.Model.Otherwise = request => request.Stream ? ModelReply.Says("三天[1]") : ModelReply.NeverAnswers();
        var watch = Stopwatch.StartNew();

        var (answer, _) = await bench.AskAsync("年假怎么请？");

        (answer.Outcome, answer.StandaloneQuestion).ShouldBe((Outcome.NotFound, "年假怎么请？"));
        watch.Elapsed.ShouldBeInRange(TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task A_follow_up_that_may_be_a_new_topic_is_searched_for_as_it_is_too()
    {
        await using var bench = await AnswerBench.StartAsync(dialect: null);
        bench.Knowledge.With("leave", "年假需提前三天申请。");

        await bench.AskAsync("它要提前多久？", Before);

        bench.Knowledge.Queries.First().Phrasings.ShouldBe(["它要提前多久？"]);
    }
}
