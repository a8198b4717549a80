using System.Globalization;
using Spectre.Console;
using Wenlu.BotHost.Cli;
using Wenlu.BotHost.Cli.Push;
using Wenlu.BotHost.Cli.Revisions;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.Knowledge;

namespace Wenlu.BotHost.Tests.Cli.Push;

public sealed class PushTests(KnowledgeOnRedis knowledge) : IClassFixture<KnowledgeOnRedis>, IDisposable
{
    private readonly IKnowledgeFixture knowledge = knowledge;
    private readonly TempFolder folder = new();
    private readonly StringWriter output = new();
    private readonly string prefix = "p" + Guid.NewGuid().ToString("N");

    private KnowledgeHost Host => knowledge.Host;

    public void Dispose()
    {
        output.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_folder_is_pushed_once_and_then_only_what_changed()
    {
        for (var number = 0; number < 230; number++)
            Write($"guide/{prefix}-{number}.md", $"---\ntags: [t{number}]\n---\n# 指南 {number}\n\n木槿");

        (await PushAsync()).ShouldBe(0);
        output.ToString().ShouldContain("230 pushed, 0 unchanged, 0 failed");
        Write($"guide/{prefix}-7.md", "# 改过的指南\n\n木槿");
        (await PushAsync()).ShouldBe(0);

        output.ToString().ShouldContain("1 pushed, 229 unchanged, 0 failed");
        var changed = await Host.Store.FindAsync(new(Kinds.Document, $"guide:{prefix}-7"));
        changed!.Revision.ShouldBe(2);
        changed.Document.Title.ShouldBe("改过的指南");
        (await Host.Store.FindAsync(new(Kinds.Document, $"guide:{prefix}-8")))!.Document.Tags.ShouldBe(["t8"]);
    }

    [Fact]
    public async Task The_folder_s_glossary_goes_with_it_and_its_bad_lines_are_told()
    {
        Write("glossary.csv", "term,translations\n木槿花,hibiscus\n,nothing\n");

        (await PushAsync()).ShouldBe(0);

        output.ToString().ShouldContain("glossary.csv: Line 3: The term is missing");
        (await Host.Store.FindAsync(GlossaryDocument.Key))!.Document.Markdown.ShouldStartWith("term,translations");
        Write("glossary.csv", "木槿花,hibiscus\n");
        (await PushAsync()).ShouldBe(1);
        output.ToString().ShouldContain("The header has no column term");
    }

    [Fact]
    public async Task Files_that_fail_are_listed_with_the_reason_and_the_others_are_pushed()
    {
        Write($"{prefix}-good.md", "# good");
        Write($"{prefix}-bad.md", "---\nurl: nowhere\n---\n# bad");
        Write($"{prefix}-broken.md", "---\ntitle: never closed");
        File.WriteAllBytes(Path.Combine(folder.Path, $"{prefix}-bytes.md"), [0x61, 0xFF]);

        (await PushAsync()).ShouldBe(1);

        var text = output.ToString();
        text.ShouldContain("1 pushed, 0 unchanged, 3 failed");
        text.ShouldContain($"{prefix}-bad.md");
        text.ShouldContain("url: Must be an absolute http or https address");
        text.ShouldContain("not closed by a line of three dashes");
        text.ShouldContain("Line 1: Not valid UTF-8");
    }

    [Theory]
    [InlineData("wrong-key-0123456789", "401")]
    [InlineData(null, "WENLU_KEY")]
    public async Task Without_a_right_key_nothing_is_tried(string? key, string said)
    {
        Write("a.md", "# a");

        (await PushAsync(key)).ShouldBe(2);

        output.ToString().ShouldContain(said);
    }

    [Theory]
    [InlineData("/no/such/folder", "http://localhost:1", "There is no such folder")]
    [InlineData(".", "localhost", "--server must be")]
    public async Task What_is_wrong_with_the_arguments_is_said(string pushed, string server, string said)
    {
        (await PushCommand.RunAsync(new(pushed, server, KnowledgeHost.AliceKey), Console(), CancellationToken.None)).ShouldBe(2);

        output.ToString().ShouldContain(said);
    }

    [Fact]
    public async Task What_the_folder_no_longer_has_is_removed_and_nothing_else()
    {
        await Host.Editor.PutAsync($"{prefix}-other", new { title = "t", markdown = "从别处来" });
        await Host.Editor.PutAsync($"{prefix}-theirs", new { title = "t", markdown = "别的来源", origin = "theirs" });
        for (var number = 0; number < 20; number++)
            Write($"{prefix}-{number}.md", $"# {number}");
        Write($"{prefix}-excluded.md", "# excluded");
        (await PushAsync(Settings with { Origin = prefix })).ShouldBe(0);
        File.Delete(Path.Combine(folder.Path, $"{prefix}-3.md"));
        File.Delete(Path.Combine(folder.Path, $"{prefix}-4.md"));
        Write($"{prefix}-5.md", "---\nurl: nowhere\n---\n# now bad");

        (await PushAsync(Settings with { Origin = prefix, Prune = true, DryRun = true, Exclude = ["*-excluded.md"] })).ShouldBe(1);
        output.ToString().ShouldContain($"remove  {prefix}-3");
        output.ToString().ShouldContain("2 would be removed");
        (await FindAsync("-3")).ShouldNotBeNull();

        (await PushAsync(Settings with { Origin = prefix, Prune = true, Exclude = ["*-excluded.md"] })).ShouldBe(1);
        output.ToString().ShouldContain("2 removed");
        (await FindAsync("-3")).ShouldBeNull();
        (await FindAsync("-4")).ShouldBeNull();
        foreach (var kept in (string[])["-other", "-theirs", "-excluded", "-5"])
            (await FindAsync(kept)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_folder_that_lost_most_of_its_files_removes_nothing_unless_told_so()
    {
        for (var number = 0; number < 10; number++)
            Write($"{prefix}-{number}.md", $"# {number}");
        await PushAsync(Settings with { Origin = prefix });
        foreach (var file in Directory.GetFiles(folder.Path))
            File.Delete(file);

        (await PushAsync(Settings with { Origin = prefix, Prune = true })).ShouldBe(1);
        output.ToString().ShouldContain("10 of this origin's 10 documents would be removed; if that is right, add --yes.");
        (await FindAsync("-1")).ShouldNotBeNull();

        (await PushAsync(Settings with { Origin = prefix, Prune = true, Yes = true })).ShouldBe(0);
        (await FindAsync("-1")).ShouldBeNull();
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_pushed_and_changes_nothing()
    {
        Write($"{prefix}-a.md", "# a");
        Write($"{prefix}-b.md", "# b");
        await PushAsync(Settings with { Include = ["*-a.md"] });
        Write($"{prefix}-a.md", "# changed");

        (await PushAsync(Settings with { DryRun = true })).ShouldBe(0);

        output.ToString().ShouldContain($"changed  {prefix}-a.md");
        output.ToString().ShouldContain($"new  {prefix}-b.md");
        output.ToString().ShouldContain("2 would be pushed");
        (await FindAsync("-a"))!.Document.Title.ShouldBe("a");
        (await FindAsync("-b")).ShouldBeNull();
    }

    [Fact]
    public async Task Pages_word_documents_and_pdfs_are_pushed_and_links_lead_from_one_to_the_other()
    {
        Write($"{prefix}/start.md", $"# 开始\n\n见[页面](page.html#a)、[文件](paper.pdf)和[地址](sub/with-url.md)。![图](x.png)");
        Write($"{prefix}/sub/with-url.md", "---\nurl: https://example.com/wiki\n---\n# 有地址\n\n[回](../start.md)");
        Write($"{prefix}/page.html", "<title>页面</title><main><h1>标题</h1><a href='start.md'>回</a></main>");
        File.WriteAllBytes(Path.Combine(folder.Path, prefix, "paper.pdf"), Attachments.Files.Pdf("Annual leave"));
        File.WriteAllBytes(Path.Combine(folder.Path, prefix, "memo.docx"), Attachments.Files.Word(Attachments.Files.Text("备忘", "1")));

        (await PushAsync()).ShouldBe(0);
        (await PushAsync()).ShouldBe(0);

        output.ToString().ShouldContain("0 pushed, 5 unchanged");
        (await FindAsync(":start"))!.Document.Markdown.ShouldBe(
            $"# 开始\n\n见[页面](/documents/{prefix}:page.html#a)、[文件](/documents/{prefix}:paper.pdf)和[地址](https://example.com/wiki)。图");
        (await FindAsync(":sub:with-url"))!.Document.Markdown.ShouldContain($"[回](/documents/{prefix}:start)");
        (await FindAsync(":page.html"))!.Document.Markdown.ShouldBe($"# 标题\n\n[回](/documents/{prefix}:start)\n");
        (await FindAsync(":paper.pdf"))!.Document.Title.ShouldBe("paper");
        (await FindAsync(":memo.docx"))!.Document.Title.ShouldBe("备忘");
    }

    [Fact]
    public async Task A_document_that_somebody_changed_during_the_push_is_theirs_and_that_is_told()
    {
        Write($"{prefix}.md", "# mine");
        await Host.Editor.PutAsync(prefix, new { title = "first", markdown = "1" });
        using var client = new KnowledgeClient(Host.Address, KnowledgeHost.AliceKey, Language.English);
        var known = DocumentFacts.Of((await FindAsync(""))!);
        using var bob = Host.ClientWith(KnowledgeHost.BobKey);
        await bob.PutAsync(prefix, new { title = "second", markdown = "2" });

        var item = new PushItem($"{prefix}.md", new(prefix, "mine", "# mine", Audience.Tenant), known);
        var results = new List<BatchResult>();
        await foreach (var result in client.PushAsync([item], CancellationToken.None))
            results.Add(result);

        results.ShouldHaveSingleItem().Status.ShouldBe(412);
        results[0].Problem!.Detail!.ShouldContain("written by bob");
    }

    [Fact]
    public async Task Revisions_are_listed_compared_and_brought_back_from_the_command_line()
    {
        await Host.Editor.PutAsync(prefix, new { title = "first", markdown = "一\n" });
        await Host.Editor.PutAsync(prefix, new { title = "second", markdown = "二\n" });

        (await RevisionsAsync(new(prefix, Host.Address.ToString(), KnowledgeHost.AliceKey))).ShouldBe(0);
        output.ToString().ShouldContain("second");
        (await RevisionsAsync(new(prefix, Host.Address.ToString(), KnowledgeHost.AliceKey) { Diff = [1, 2] })).ShouldBe(0);
        output.ToString().ShouldContain("-一\n+二");
        (await RevisionsAsync(new(prefix, Host.Address.ToString(), KnowledgeHost.AliceKey) { Show = 1 })).ShouldBe(0);
        output.ToString().ShouldContain("title: \"first\"");
        await Host.Editor.DeleteAsync(Api.Document(prefix));
        (await RevisionsAsync(new(prefix, Host.Address.ToString(), KnowledgeHost.AliceKey) { Restore = 1 })).ShouldBe(0);

        output.ToString().ShouldContain("Revision 1 is back, as revision 3.");
        (await FindAsync(""))!.Document.Title.ShouldBe("first");
        (await RevisionsAsync(new(prefix, Host.Address.ToString(), KnowledgeHost.AliceKey) { Restore = 1, Show = 1 })).ShouldBe(2);
        (await RevisionsAsync(new("no-such", Host.Address.ToString(), KnowledgeHost.AliceKey))).ShouldBe(1);
    }

    [Fact]
    public async Task The_command_is_reached_through_the_arguments()
    {
        Write($"{prefix}.md", "# through the front door");

        var code = await Commands.RunAsync(
            ["push", folder.Path, "--server", Host.Address.ToString(), "--key", KnowledgeHost.AliceKey], _ => Task.FromResult(99));

        code.ShouldBe(0);
        (await Host.Store.FindAsync(new(Kinds.Document, prefix))).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(new string[0], new string[0])]
    [InlineData(new[] { "serve" }, new string[0])]
    [InlineData(new[] { "serve", "--urls", "http://localhost:1" }, new[] { "--urls", "http://localhost:1" })]
    [InlineData(new[] { "--Knowledge:Seed=" }, new[] { "--Knowledge:Seed=" })]
    public async Task Serve_is_the_default_and_gets_the_hosts_configuration(string[] args, string[] expected)
    {
        string[]? served = null;

        (await Commands.RunAsync(args, rest =>
        {
            served = rest;
            return Task.FromResult(7);
        })).ShouldBe(7);

        served.ShouldBe(expected);
    }

    [Theory]
    [InlineData("zh_CN.UTF-8", null, "Chinese")]
    [InlineData("en_US.UTF-8", null, "English")]
    [InlineData("zh_CN.UTF-8", "C", "English")]
    [InlineData(null, null, "English")]
    public void The_terminals_language_is_spoken(string? lang, string? all, string expected) =>
        CliLanguage.Of(name => name switch { "LANG" => lang, "LC_ALL" => all, _ => null }).ToString().ShouldBe(expected);

    private PushSettings Settings => new(folder.Path, Host.Address.ToString(), KnowledgeHost.AliceKey);

    private Task<int> PushAsync(string? key = KnowledgeHost.AliceKey) => PushAsync(Settings with { Key = key });

    private Task<int> PushAsync(PushSettings settings) => PushCommand.RunAsync(settings, Console(), CancellationToken.None);

    private Task<int> RevisionsAsync(RevisionsSettings settings) => RevisionsCommand.RunAsync(settings, Console(), CancellationToken.None);

    private Task<StoredDocument?> FindAsync(string rest) => Host.Store.FindAsync(new(Kinds.Document, prefix + rest));

    private IAnsiConsole Console()
    {
        output.GetStringBuilder().Clear();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 400;
        return console;
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder.Path, name.ToString(CultureInfo.InvariantCulture));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
