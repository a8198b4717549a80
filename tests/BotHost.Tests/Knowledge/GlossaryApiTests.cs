using System.Net;
using System.Text;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Tests.Fixtures;

namespace Wenlu.BotHost.Tests.Knowledge;

/// <summary>The glossary is pushed as a document and changes what a question finds.</summary>
public sealed class GlossaryApiTests : IDisposable
{
    private const string Terms = "term,synonyms,translations,abbreviations\n词元,令牌,token,\n检索增强生成,,Retrieval-Augmented Generation,RAG\n";

    private readonly TempFolder folder = new();
    private readonly RedisServer server = RedisServer.Start();

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_pushed_glossary_is_understood_with_at_once_until_it_is_deleted()
    {
        await using var host = await StartAsync();
        await host.Editor.PutAsync("tokens", new { title = "切分", markdown = "词元是模型读写的最小单位。", audience = "everyone" });
        (await host.Visitor.FindAsync("what is a token")).ShouldBeEmpty();

        var written = await (await host.Editor.PutTextAsync(GlossaryDocument.Id, Terms, "text/csv")).JsonAsync(HttpStatusCode.Created);
        written.EnumerateObject().Select(property => property.Name).ShouldBe(["id", "revision", "chunks"]);
        written.GetProperty("chunks").GetInt32().ShouldBe(0);
        (await host.Visitor.FindAsync("what is a token")).ShouldBe(["tokens"]);
        (await host.Visitor.FindAsync("lingpai")).ShouldBe(["tokens"]);

        (await host.Editor.DeleteAsync(Api.Document(GlossaryDocument.Id))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await host.Visitor.FindAsync("what is a token")).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_a_document_with_revisions_but_never_a_hit()
    {
        await using var host = await StartAsync();

        (await (await host.Editor.PutTextAsync(GlossaryDocument.Id, Terms, "text/csv")).JsonAsync(HttpStatusCode.Created)).Revision().ShouldBe(1);
        (await (await host.Editor.PutTextAsync(GlossaryDocument.Id, Terms, "text/csv")).JsonAsync()).Revision().ShouldBe(1);
        (await (await host.Editor.PutAsync(GlossaryDocument.Id, new { title = "术语", markdown = Terms + "幻觉,,hallucination,\n" })).JsonAsync()).Revision().ShouldBe(2);
        (await host.Editor.PutTextAsync(GlossaryDocument.Id, Terms, "text/csv")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await (await host.Editor.PutAsync(GlossaryDocument.Id, new { title = "术语", markdown = Terms }, ifMatch: "\"1\"")).ProblemAsync(HttpStatusCode.PreconditionFailed);

        (await (await host.Editor.GetAsync(Api.Document(GlossaryDocument.Id))).JsonAsync()).GetProperty("markdown").GetString().ShouldBe(Terms);
        (await host.Editor.FindAsync("检索增强生成")).ShouldBeEmpty();
        host.Index.DocumentCount(Kinds.Document).ShouldBe(0);
    }

    [Fact]
    public async Task Lines_that_cannot_be_used_are_told_and_the_others_are_used()
    {
        await using var host = await StartAsync();
        await host.Editor.PutAsync("tokens", new { title = "切分", markdown = "词元是模型读写的最小单位。", audience = "everyone" });

        var written = await (await host.Editor.PutTextAsync(GlossaryDocument.Id, "term,translations\n,no term\n词元,token\n", "text/csv")).JsonAsync(HttpStatusCode.Created);

        written.GetProperty("warnings").EnumerateArray().ShouldHaveSingleItem().GetString()!.ShouldStartWith("Line 2: The term is missing");
        (await host.Visitor.FindAsync("token")).ShouldBe(["tokens"]);
    }

    [Theory]
    [InlineData("name,translations\n词元,token\n", 1)]
    [InlineData("\n# only a remark\n", 1)]
    [InlineData("\nterm,TERM\n", 2)]
    public async Task A_glossary_without_a_usable_header_is_refused_and_the_one_before_stays(string csv, int line)
    {
        await using var host = await StartAsync();
        await host.Editor.PutAsync("tokens", new { title = "切分", markdown = "词元是模型读写的最小单位。", audience = "everyone" });
        await host.Editor.PutTextAsync(GlossaryDocument.Id, Terms, "text/csv");

        var problem = await (await host.Editor.PutTextAsync(GlossaryDocument.Id, csv, "text/csv")).ProblemAsync(HttpStatusCode.BadRequest);

        problem.GetProperty("line").GetInt32().ShouldBe(line);
        (await host.Visitor.FindAsync("token")).ShouldBe(["tokens"]);
    }

    [Fact]
    public async Task A_spreadsheet_s_own_encoding_is_accepted_and_what_is_no_text_refused()
    {
        await using var host = await StartAsync();
        await host.Editor.PutAsync("tokens", new { title = "切分", markdown = "词元是模型读写的最小单位。", audience = "everyone" });

        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("术语,翻译\n词元,token\n");
        (await host.Editor.PutAsync(GlossaryDocument.Id, Csv(bytes), null, null)).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await host.Visitor.FindAsync("token")).ShouldBe(["tokens"]);

        await (await host.Editor.PutAsync(GlossaryDocument.Id, Csv([0xff, 0xff, 0xff]), null, null)).ProblemAsync(HttpStatusCode.BadRequest);
        await (await host.Editor.PutTextAsync("another", Terms, "text/csv")).ProblemAsync(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task After_a_restart_it_is_still_there()
    {
        await using (var host = await StartAsync())
        {
            await host.Editor.PutTextAsync(GlossaryDocument.Id, Terms, "text/csv");
            await host.Editor.PutAsync("tokens", new { title = "切分", markdown = "词元是模型读写的最小单位。", audience = "everyone" });
        }

        await using var again = await StartAsync();

        await Eventually.TrueAsync(async () => (await again.Visitor.FindAsync("token")) is ["tokens"]);
    }

    [Fact]
    public async Task The_seeds_may_bring_one_and_it_has_to_be_right()
    {
        WriteSeed("tokens.md", "---\ntitle: 切分\nupdated: 2026-04-01\n---\n词元是模型读写的最小单位。\n");
        WriteSeed(GlossaryDocument.Id, Terms);
        await using (var host = await StartAsync(("Knowledge:Seed", folder["seeds"])))
        {
            await host.Index.CatchUpAsync(2, CancellationToken.None);
            (await host.Visitor.FindAsync("token")).ShouldBe(["tokens"]);
            host.Logs.All.ShouldContain(line => line.Contains("Loaded 1 articles and 0 questions in", StringComparison.Ordinal));
        }

        WriteSeed(GlossaryDocument.Id, Terms + "一,二,三,四,五\n");
        var failure = await Should.ThrowAsync<StartupException>(
            () => KnowledgeHost.StartAsync(folder["other"], null, ("Knowledge:Seed", folder["seeds"])));
        failure.Sentence.English.ShouldContain("glossary.csv, line 4: There are more cells");
    }

    private Task<KnowledgeHost> StartAsync(params (string Key, string? Value)[] settings) =>
        KnowledgeHost.StartAsync(folder["data"], server.ConnectionString, settings);

    private static ByteArrayContent Csv(byte[] bytes) => new(bytes) { Headers = { ContentType = new("text/csv") } };

    private void WriteSeed(string name, string text)
    {
        Directory.CreateDirectory(folder["seeds"]);
        File.WriteAllText(Path.Combine(folder["seeds"], name), text);
    }
}
