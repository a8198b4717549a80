using System.Diagnostics;
using System.Runtime.CompilerServices;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.Knowledge;

namespace Wenlu.BotHost.Tests.Cli.Push;

/// <summary>What deploy/ shows for pipelines does what it says.</summary>
public sealed class PushScriptTests(KnowledgeOnEmbeddedStore knowledge) : IClassFixture<KnowledgeOnEmbeddedStore>, IDisposable
{
    private readonly IKnowledgeFixture knowledge = knowledge;
    private readonly TempFolder folder = new();
    private readonly string prefix = "s" + Guid.NewGuid().ToString("N");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_folder_is_pushed_and_then_what_changed_since_a_commit()
    {
        Write("kept.md", "# 保留");
        Write("sub/gone.md", "# 会删");
        Write("page.html", "<h1>页面</h1>");
        Write("bad.md", "---\nurl: nowhere\n---\n");
        Write("名字.md", "# 名字");
        var (code, output) = await RunAsync("bash", [Script(), Docs]);

        code.ShouldBe(1);
        output.ShouldContain("bad.md: 400");
        output.ShouldContain("名字.md: only letters");
        (await FindAsync("sub:gone")).ShouldNotBeNull();
        (await FindAsync("page.html"))!.Document.Title.ShouldBe("页面");

        File.Delete(Path.Combine(Docs, "bad.md"));
        File.Delete(Path.Combine(Docs, "名字.md"));
        await GitAsync("init", "-q");
        await GitAsync("add", "-A");
        await GitAsync("commit", "-qm", "first");
        File.Delete(Path.Combine(Docs, prefix, "sub", "gone.md"));
        Write("kept.md", "# 改过");
        await GitAsync("add", "-A");
        await GitAsync("commit", "-qm", "second");
        (code, output) = await RunAsync("bash", [Script(), Docs, "HEAD~1"]);

        code.ShouldBe(0, output);
        output.ShouldNotContain("page.html");
        (await FindAsync("kept"))!.Document.Title.ShouldBe("改过");
        (await FindAsync("sub:gone")).ShouldBeNull();
    }

    private string Docs => Path.Combine(folder.Path, "docs");

    private Task<StoredDocument?> FindAsync(string rest) => knowledge.Host.Store.FindAsync(new(Kinds.Document, $"{prefix}:{rest}"));

    private void Write(string name, string text)
    {
        var path = Path.Combine(Docs, name is "bad.md" or "名字.md" ? name : Path.Combine(prefix, name));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private async Task GitAsync(params string[] arguments)
    {
        var (code, output) = await RunAsync("git", ["-C", folder.Path, "-c", "user.name=t", "-c", "user.email=t@example.com", .. arguments]);
        code.ShouldBe(0, output);
    }

    private async Task<(int Code, string Output)> RunAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["WENLU_SERVER"] = knowledge.Host.Address.ToString();
        start.Environment["WENLU_KEY"] = KnowledgeHost.AliceKey;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    private static string Script([CallerFilePath] string test = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(test)!, "..", "..", "..", "..", "deploy", "push.sh"));
}
