using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Feishu.Budget;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Wiki;

namespace Wenlu.BotHost.Tests.Wiki;

public sealed class SyncRulesTests
{
    [Fact]
    public void Only_the_passages_that_an_edit_touches_are_new()
    {
        var before = new KnowledgeDocument("d", "制度", "# 一\n\n甲\n\n# 二\n\n乙\n\n# 三\n\n丙", Audience.Tenant);

        ChunkDifference.Of(null, before).ShouldBe(new ChunkDifference(0, 3));
        ChunkDifference.Of(before, before).ShouldBe(new ChunkDifference(3, 0));
        ChunkDifference.Of(before, before with { Markdown = before.Markdown.Replace("乙", "丁") }).ShouldBe(new ChunkDifference(2, 1));
        ChunkDifference.Of(before, before with { Title = "规定" }).ShouldBe(new ChunkDifference(0, 3));
    }

    [Fact]
    public void What_is_left_takes_as_long_as_the_tighter_limit_allows()
    {
        var waiting = Enumerable.Range(0, 2000).Select(number => new SyncedDocument($"T{number}", SyncedDocument.Docx, "Space:7")).ToList();
        var told = waiting.ConvertAll(document => document with { Grants = Grants.Untold, GrantsAt = DateTimeOffset.UnixEpoch });
        var now = DateTimeOffset.UnixEpoch;

        SyncEstimate.Of(waiting, now, TimeSpan.FromHours(1), new FeishuOptions()).ShouldBe(TimeSpan.FromMinutes(20));
        SyncEstimate.Of(told, now, TimeSpan.FromHours(1), new FeishuOptions()).ShouldBe(TimeSpan.FromSeconds(800));
        SyncEstimate.Of([], now, TimeSpan.FromHours(1), new FeishuOptions()).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Looking_slows_down_when_the_month_would_not_last()
    {
        var options = new WikiOptions();
        CallState Month(int quota, long used) => new(quota, used, 0, TimeSpan.MaxValue, false, 0);

        PollPace.Stretch(Month(0, 1_000_000), TimeSpan.FromDays(15), 50, 2000, options).ShouldBe(1);
        PollPace.Stretch(Month(1_000_000, 0), TimeSpan.FromDays(1), 5, 10, options).ShouldBe(1);
        // 5 calls every five minutes for ten days are 14,400, and 20 questions an hour 4,800: 19,200 of the 5,000 that may be used.
        PollPace.Stretch(Month(10_000, 0), TimeSpan.FromDays(10), 5, 20, options).ShouldBe(3.84, 0.01);
        PollPace.Stretch(Month(10_000, 10_000), TimeSpan.FromDays(10), 5, 20, options).ShouldBe(288);
    }

    [Theory]
    [InlineData("https://open.feishu.cn/open-apis/docx/v1/documents/T/blocks", "docx", 5, 1.2)]
    [InlineData("https://open.feishu.cn/open-apis/wiki/v2/spaces/7/nodes", "wiki.nodes", 10, 6.05)]
    [InlineData("https://open.feishu.cn/open-apis/wiki/v2/spaces/get_node", "wiki.node", 10, 6.05)]
    [InlineData("https://open.feishu.cn/open-apis/drive/v1/permissions/T/members", "permission.members", 10, 6.05)]
    [InlineData("https://open.feishu.cn/open-apis/drive/v1/files/T/delete_subscribe", "drive.subscription", 1, 6.05)]
    public void Each_interface_has_the_limit_that_the_platform_gives_it(string address, string name, int limit, double seconds)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);

        new DocumentLimits(Microsoft.Extensions.Options.Options.Create(new FeishuOptions())).Of(request)
            .ShouldBe((name, new CallRule(limit, TimeSpan.FromSeconds(seconds))));
        CallPriorities.Of(request).ShouldBe(CallPriority.Background);
    }

    [Fact]
    public void Wrong_settings_are_told_in_sentences_that_name_them()
    {
        var failures = new ValidateWikiOptions().Validate(null, new WikiOptions
        {
            Spaces = ["公司知识库"],
            Documents = ["https://example.feishu.cn/sheets/abc"],
            Interval = TimeSpan.Zero,
            DefaultAudience = "everyone",
            DefaultAudiences = { ["7"] = "public" },
        }).Failures!.ToList();

        foreach (var key in new[] { "Spaces", "Documents", "Interval", "DefaultAudience ", "DefaultAudiences:7" })
            failures.ShouldContain(failure => failure.Contains("Feishu:Wiki:" + key));
        new ValidateWikiOptions().Validate(null, new WikiOptions()).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void Every_failure_has_a_remedy_in_both_languages()
    {
        foreach (var code in new[] { 0, 1770002, 1770003, 1770032, 131005, 131006, 1063002, 99991672, 99991403, 42 })
        {
            var remedy = Remedies.Of(new SyncFailure(code == 1063002 ? DocumentOperation.Members : DocumentOperation.Docx, code, "x", DateTimeOffset.UnixEpoch));
            foreach (var sentence in new[] { remedy.What, remedy.Todo })
                (sentence.Chinese.Length > 5 && sentence.English.Length > 10).ShouldBeTrue($"{code}");
        }
    }
}
