using System.Globalization;
using FsCheck.Xunit;
using Spectre.Console;
using Wenlu.BotHost.Cli;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.Knowledge;

namespace Wenlu.BotHost.Tests.Cli;

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
        (await PushCommand.RunAsync(pushed, server, KnowledgeHost.AliceKey, Console(), CancellationToken.None)).ShouldBe(2);

        output.ToString().ShouldContain(said);
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
    [InlineData("guide/leave.md", "guide:leave")]
    [InlineData("a.b_c~d-e.md", "a.b_c~d-e")]
    public void A_plain_path_is_its_id(string path, string id) => PushedFile.IdOf(path).ShouldBe(id);

    [Theory]
    [InlineData("指南/年假.md")]
    [InlineData("a b.md")]
    [InlineData("a:b.md")]
    [InlineData("..md")]
    [InlineData("...md")]
    public void Another_path_gets_an_id_of_its_own(string path)
    {
        DocumentId.IsValid(PushedFile.IdOf(path)).ShouldBeTrue();
        PushedFile.IdOf(path).ShouldNotBe(PushedFile.IdOf(path.Replace('年', '月').Replace(' ', '-').Replace(':', '/').Replace("..", ".x", StringComparison.Ordinal)));
    }

    [Property]
    public void Every_path_gets_a_valid_id(FsCheck.NonEmptyString path) => DocumentId.IsValid(PushedFile.IdOf(path.Get + ".md")).ShouldBeTrue();

    [Theory]
    [InlineData("zh_CN.UTF-8", null, "Chinese")]
    [InlineData("en_US.UTF-8", null, "English")]
    [InlineData("zh_CN.UTF-8", "C", "English")]
    [InlineData(null, null, "English")]
    public void The_terminals_language_is_spoken(string? lang, string? all, string expected) =>
        CliLanguage.Of(name => name switch { "LANG" => lang, "LC_ALL" => all, _ => null }).ToString().ShouldBe(expected);

    private Task<int> PushAsync(string? key = KnowledgeHost.AliceKey) =>
        PushCommand.RunAsync(folder.Path, Host.Address.ToString(), key, Console(), CancellationToken.None);

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
