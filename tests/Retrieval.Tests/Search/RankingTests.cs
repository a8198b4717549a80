using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Search;

namespace Wenlu.Retrieval.Tests.Search;

/// <summary>
/// Questions as people type them, with filler, other scripts, codes and single words. Words that the pages do not have (补助 for
/// 补贴) are among them: the floors leave room for those and are not tuned to any one question.
/// </summary>
public sealed class RankingTests : IDisposable
{
    /// <summary>The document, and the heading where the document has several, that has to come first.</summary>
    private const string AskedOfTheOffice = """
        overtime|加班费怎么算
        overtime|周末加班能调休吗
        overtime|法定节假日加班几倍工资
        overtime|加班費怎麼算
        overtime|请问加班要提前申请吗，谢谢
        travel|出差住宿标准是多少
        travel|一线城市住宿费上限
        travel|高铁能坐一等座吗
        travel|差旅补贴每天多少
        travel|出差补助有人知道吗
        onboard|新员工入职第一天要带什么
        onboard|入职要带哪些材料
        onboard|试用期多久
        onboard|试用期
        onboard|工牌丢了怎么补办
        mail|邮箱容量多大
        mail|怎么在手机上配置公司邮箱
        mail|IMAP 服务器地址
        mail|imap
        mail|993
        mail|邮件发不出去提示 552 怎么办
        printer|打印机怎么连
        printer|打印机卡纸了怎么处理
        printer|印表機卡紙
        printer|怎样双面打印
        printer|想知道彩色打印要不要审批
        mail|麻烦问下邮箱满了怎么办
        """;

    private const string AskedOfTheManual = """
        install|How do I install the agent?
        install|what are the system requirements
        install|minimum RAM
        install|which ports need to be open
        install|installation on Ubuntu
        errors#E4021|E4021
        errors#E4021|what does error e4021 mean?
        errors#ERR_CONN_RESET|ERR_CONN_RESET
        errors#ERR_CONN_RESET|err_conn_reset how to fix
        errors#ERR_CONN_RESET|connection reset error
        errors#E4030|certificate expired
        config#max_connections|max_connections
        config#max_connections|what is the default of max_connections?
        config#max_connections|how do I raise the maximum number of connections
        config#log_level|How to change the log level
        config#log_level|enable debug logging
        release#v2.3.1|v2.3.1
        release#v2.3.1|what changed in 2.3.1
        release#v2.3.0|What's new in v2.3.0?
        backup|How often should I back up the database?
        backup|restore from a backup
        backup|restoring backups, please
        license|How many devices does a license cover?
        license|transfer my license to another machine
        api|what is the rate limit of the API
        api|API authentication
        api|429 too many requests
        users|reset a forgotten password
        users|Can I use single sign-on?
        users|how to add a new user
        users|Hi, could anyone tell me how to add users? Thanks!
        """;

    private const string ForeignToTheOffice = """
        今天天气怎么样
        红烧肉怎么做
        世界杯冠军是谁
        What is the capital of France?
        什么是 Transformer
        量子计算是什么
        how do I bake a cake
        股票期权什么时候行权
        健身房在哪里
        公司创始人是谁
        食堂几点开门
        宠物可以带来上班吗
        停车位怎么申请
        E4021 是什么错误
        """;

    private const string ForeignToTheManual = """
        What is the capital of France?
        how do I bake bread
        who won the world cup
        best hotels in Tokyo
        How tall is Mount Everest?
        今天天气怎么样
        年假有几天
        What is the parental leave policy?
        When does the cafeteria open?
        what is photosynthesis
        train from Berlin to Munich
        How to train for a marathon
        红烧肉的做法
        is it going to rain tomorrow
        """;

    private readonly TemporaryFolder folder = new();
    private readonly DocumentIndex index;

    public RankingTests() => index = DocumentIndex.Open(folder.Path, "tests");

    public void Dispose()
    {
        index.Dispose();
        folder.Dispose();
    }

    [Fact]
    public Task Nine_of_ten_questions_of_an_office_find_their_section_first() => FindFirstAsync(KnowledgeBases.Office, AskedOfTheOffice);

    [Fact]
    public Task Nine_of_ten_questions_of_a_manual_find_their_section_first() => FindFirstAsync(KnowledgeBases.Manual, AskedOfTheManual);

    [Fact]
    public async Task Most_questions_of_a_knowledge_base_are_answerable_and_most_foreign_ones_are_not()
    {
        (await AnswerableAsync(KnowledgeBases.Office, AskedOfTheOffice)).ShouldBeGreaterThan(0.85);
        (await AnswerableAsync(KnowledgeBases.Office, ForeignToTheOffice)).ShouldBeLessThan(0.25);
    }

    [Fact]
    public async Task The_same_holds_in_English()
    {
        (await AnswerableAsync(KnowledgeBases.Manual, AskedOfTheManual)).ShouldBeGreaterThan(0.9);
        (await AnswerableAsync(KnowledgeBases.Manual, ForeignToTheManual)).ShouldBeLessThan(0.1);
    }

    [Theory]
    [InlineData("什么是令牌？")]
    [InlineData("令牌是什么")]
    [InlineData("請問什麼是令牌，謝謝")]
    [InlineData("令牌")]
    public async Task A_question_that_is_a_section_s_name_finds_it_before_sections_that_speak_of_it_more_often(string question)
    {
        Show(new SourceDocument("d", "计费说明",
            "## 英文与数字\n令牌按词切，令牌比字少。一个令牌约四个字母，数字的令牌更碎，令牌数因模型而异。\n\n## 什么是令牌\n令牌是模型读写的最小单位。\n\n## 令牌的价格\n令牌按量计费，令牌越多越贵。"));

        (await AskAsync(question)).Hits[0].Headings.ShouldBe(["什么是令牌"]);
    }

    [Fact]
    public async Task A_sentence_that_says_what_is_asked_comes_before_a_passage_that_says_it_in_different_places()
    {
        Show(
            new SourceDocument("apart", "", "试用期三个月，期满前有一次面谈，由主管主持，人事记录。\n\n门禁卡遗失须到行政部补办。食堂在一层，早餐免费，午餐刷卡，咖啡在二层，夜宵自理。\n\n工资每月十日发放。"),
            new SourceDocument("together", "", "新员工报到当天领取工牌与电脑，由导师带领熟悉办公环境。\n\n试用期，工资为转正后八成。"
                + "\n\n社保自入职当月起缴纳，公积金由公司与个人各承担一半，补充医疗另行通知，体检每年一次，地点与时间以邮件为准，"
                + "家属可以自费参加；有疑问请到前台询问，或者在群里留言，当天会有人回复，节假日除外，急事打电话。"));

        (await AskAsync("试用期 工资 多少")).Hits[0].DocumentId.ShouldBe("together");
    }

    [Fact]
    public async Task A_code_is_not_taken_for_its_letter()
    {
        Show([.. KnowledgeBases.Manual]);

        (await AskAsync("E4021")).Hits[0].Headings.ShouldBe(["E4021"]);
    }

    [Theory]
    [InlineData("年假有几天？ 也想知道")]
    [InlineData("请问年假有几天呀，谢谢大家")]
    [InlineData("麻烦问一下，年假有几天？")]
    [InlineData("有人知道年假有几天吗")]
    [InlineData("大家好，我想了解一下年假有几天")]
    public async Task Politeness_changes_neither_the_hits_nor_the_confidence(string question)
    {
        Show(new SourceDocument("leave", "", "## 年假\n入职满一年者，年假十天。"));

        var polite = await AskAsync(question);

        polite.Answerable.ShouldBeTrue();
        polite.Confidence.ShouldBe((await AskAsync("年假有几天？")).Confidence);
    }

    private async Task FindFirstAsync(SourceDocument[] documents, string asked)
    {
        Show(documents);
        var (missed, total) = (new List<string>(), 0);
        foreach (var line in asked.Split('\n'))
        {
            var (place, question) = (line.Split('|')[0].Split('#'), line.Split('|')[1]);
            var first = (await AskAsync(question)).Hits is [var hit, ..] ? hit : null;
            total++;
            if (first?.DocumentId != place[0] || place is [_, var heading] && !first.Headings.Contains(heading))
                missed.Add(question);
        }
        missed.Count.ShouldBeLessThanOrEqualTo(total / 10, string.Join('\n', missed));
    }

    private async Task<double> AnswerableAsync(SourceDocument[] documents, string asked)
    {
        Show(documents);
        var questions = asked.Split('\n').Select(line => line[(line.IndexOf('|') + 1)..]).ToArray();
        var answers = await Task.WhenAll(questions.Select(AskAsync));
        return answers.Count(answer => answer.Answerable) / (double)answers.Length;
    }

    private void Show(params SourceDocument[] documents)
    {
        foreach (var document in documents)
            index.Upsert(document);
        index.Refresh();
    }

    private Task<SearchResult> AskAsync(string question) => index.SearchAsync(new SearchQuery(question), CancellationToken.None).AsTask();
}
