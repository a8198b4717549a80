using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Search;

namespace Wenlu.Retrieval.Tests.Confidence;

/// <summary>Small knowledge bases, where counting words tells nothing: the questions here were written for these documents.</summary>
public sealed class AnswerableTests : IDisposable
{
    private static readonly SourceDocument Leave = new("leave", "休假制度",
        "# 休假制度\n\n## 年假\n入职满一年者，年假十天。满三年者十五天，未休完的年假可顺延至次年三月底。\n\n## 病假\n病假须提供医院证明，每年带薪病假五天。");

    private static readonly SourceDocument[] Policies =
    [
        Leave,
        new("expense", "报销流程", "## 提交\n员工在 OA 系统填写报销单，附上发票，由直属主管审批。\n\n## 时限\n费用发生后三十天内提交。单笔超过五千元需要财务总监签字。"),
        new("vpn", "VPN 使用说明", "## 安装\n从内网下载 VPN 客户端，用工号登录。\n\n## 故障\n出现错误码 E4021 时，请重启客户端；仍不能连接请联系 IT 服务台，电话 8001。"),
        new("password", "密码规定", "密码至少十二位，须含大小写字母和数字，每九十天更换一次。连续输错五次将锁定账号。"),
        new("remote", "Remote work policy", "## Days\nEmployees may work from home up to two days per week.\n\n## Equipment\nThe company provides a laptop. Home internet is reimbursed."),
    ];

    private readonly TemporaryFolder folder = new();
    private readonly DocumentIndex index;

    public AnswerableTests() => index = DocumentIndex.Open(folder.Path, "tests");

    public void Dispose()
    {
        index.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("年假有几天？", "leave")]
    [InlineData("年假有幾天？", "leave")]
    [InlineData("病假需要什么证明？", "leave")]
    [InlineData("入职满三年有多少天年假", "leave")]
    [InlineData("假", "leave")]
    [InlineData("怎么报销", "expense")]
    [InlineData("發票要交給誰審批", "expense")]
    [InlineData("E4021 怎么办", "vpn")]
    [InlineData("密码多久换一次", "password")]
    [InlineData("How many days can I work from home?", "remote")]
    [InlineData("Is home internet reimbursed?", "remote")]
    [InlineData("laptops", "remote")]
    public async Task What_a_document_says_is_answerable(string question, string document)
    {
        var result = await AskAsync(question, Policies);

        result.Answerable.ShouldBeTrue($"{result.Confidence}");
        result.Hits[0].DocumentId.ShouldBe(document);
    }

    [Theory]
    [InlineData("今天北京天气如何")]
    [InlineData("公司食堂几点开门？")]
    [InlineData("产假有多少天")]
    [InlineData("婚假有几天？")]
    [InlineData("如何申请停车位")]
    [InlineData("员工可以带宠物上班吗")]
    [InlineData("我们公司成立于哪一年")]
    [InlineData("E5000 怎么办")]
    [InlineData("What is the capital of France?")]
    [InlineData("How many vacation days do I get?")]
    [InlineData("What is the parental leave policy?")]
    [InlineData("Does the company match 401k contributions?")]
    public async Task What_no_document_says_is_not_answerable(string question)
    {
        var result = await AskAsync(question, Policies);

        result.Answerable.ShouldBeFalse($"{result.Confidence}");
    }

    [Theory]
    [InlineData("年假有几天？", true)]
    [InlineData("病假需要证明吗", true)]
    [InlineData("工作满一年可以休几天年假", true)]
    [InlineData("公司的上市计划是什么", false)]
    [InlineData("今天北京天气如何", false)]
    [InlineData("婚假有几天？", false)]
    public async Task One_document_is_enough_to_tell(string question, bool answerable)
    {
        var result = await AskAsync(question, Leave);

        result.Answerable.ShouldBe(answerable, $"{result.Confidence}");
    }

    [Fact]
    public async Task The_number_of_hits_asked_for_does_not_change_the_confidence()
    {
        var many = await AskAsync("年假有几天？", Policies);

        var one = await index.SearchAsync(new SearchQuery("年假有几天？") { TopK = 1 }, CancellationToken.None);

        one.Hits.Count.ShouldBe(1);
        one.Confidence.ShouldBe(many.Confidence);
    }

    private async Task<SearchResult> AskAsync(string question, params SourceDocument[] documents)
    {
        foreach (var document in documents)
            index.Upsert(document);
        index.Refresh();
        return await index.SearchAsync(new SearchQuery(question), CancellationToken.None);
    }
}
