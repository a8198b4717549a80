using System.Text.RegularExpressions;
using Wenlu.BotHost.Cli;
using Wenlu.BotHost.Cli.Doctor;
using Wenlu.BotHost.Tests.Cards;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.FrontDoor;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.Cli.Doctor;

public sealed partial class DoctorTests : DoctorBench
{
    [Theory]
    [InlineData(Language.Chinese, 80)]
    [InlineData(Language.Chinese, 120)]
    [InlineData(Language.English, 80)]
    [InlineData(Language.English, 120)]
    public async Task The_table_is_as_approved(Language language, int width)
    {
        Platform.WithheldScopes.Add("cardkit:card:write");
        Platform.WithheldScopes.Add("im:message:send_as_bot");
        using var terminal = new Terminal(width);

        var outcome = await Examination.RunAsync(Settings("--Feishu:Wiki:Spaces:0=7034502641455497244"), CancellationToken.None);
        new DoctorReport(terminal.Console, language).Write(new([.. outcome.Findings.Select(Same)]));

        terminal.Text.Split('\n').ShouldAllBe(line => line.Length <= width);
        Approve.Text(terminal.Text, $"table-{language}-{width}");
    }

    [Fact]
    public async Task A_pipe_gets_one_line_for_each_finding()
    {
        Platform.WithheldScopes.Add("im:message:send_as_bot");
        using var screen = new Screen();

        (await DoctorCommand.RunAsync(Settings(), asJson: false, screen.Console, Language.Chinese, CancellationToken.None)).ShouldBe(1);

        var line = screen.Text.Split('\n').Single(line => line.Contains("im:message:send_as_bot", StringComparison.Ordinal));
        line.ShouldStartWith("失败");
        line.ShouldContain("→在「权限管理」开通");
        screen.Text.TrimEnd().Split('\n')[^1].ShouldStartWith("结论：有 1 项失败");
    }

    [Fact]
    public async Task Every_wrong_setting_has_its_line_and_the_rest_is_looked_at_all_the_same()
    {
        var report = await LookAsync("--Urls=garbage", "--Feishu:MonthlyCalls=-1", "--Knowledge:Editors:bob=short");

        foreach (var key in new[] { "Urls", "Feishu:MonthlyCalls", "Knowledge:Editors:bob" })
            report.Text.ShouldContain(key);
        report.Failures.ShouldBe(3, report.Text);
        report.StateOf("feishu").ShouldBe("note");
        report.StateOf("model.chat").ShouldBe("ok");
        report.Code.ShouldBe(1);
    }

    [Fact]
    public async Task Without_Feishu_and_without_a_model_there_is_nothing_to_complain_of()
    {
        var report = await LookAsync("--Feishu:AppId=", "--Llm:Provider=None");

        report.Complaints.ShouldBeEmpty();
        report.Code.ShouldBe(0);
        Platform.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_left_behind()
    {
        await LookAsync();
        Directory.Exists(Folder["data"]).ShouldBeFalse();

        await using (await Bot.StartAsync(Platform, Model, folder: Folder, settings: "--Feishu:AppId="))
        {
            // Makes the folder, and leaves it.
        }
        var before = Contents();
        await LookAsync();

        Contents().ShouldBe(before);
    }

    [Fact]
    public async Task A_running_service_is_asked_instead_of_its_store()
    {
        Platform.ExpectsProbes = false;
        var url = $"--Urls=http://127.0.0.1:{Port}";
        await using var bot = await Bot.StartAsync(Platform, Model, "", Folder, url, "--Feishu:MonthlyCalls=5000");
        await bot.KnowsAsync("leave", "员工手册", "## 年假\n入职满一年者，年假十天。");
        Model.Then(ModelReply.Says("年假十天。[1]"));
        await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"));
        Platform.ExpectsProbes = true;

        await Eventually.TrueAsync(async () => (await LookAsync("--Feishu:MonthlyCalls=5000")).FindingOf("feishu.quota").Contains("of 5000 used", StringComparison.Ordinal));
        var report = await LookAsync("--Feishu:MonthlyCalls=5000");

        report.Complaints.ShouldBeEmpty(report.Text);
        report.FindingOf("store.folder").ShouldContain("held by the running service");
        report.FindingOf("service").ShouldContain("Ready");
        report.FindingOf("feishu.events").ShouldStartWith("Since the service started: messages ");
        Platform.ExpectsProbes = false;
    }

    [Theory]
    [InlineData(Language.Chinese, true)]
    [InlineData(Language.Chinese, false)]
    [InlineData(Language.English, true)]
    [InlineData(Language.English, false)]
    public async Task No_secret_is_ever_printed(Language language, bool asJson)
    {
        Model.Then(ModelReply.Fails(401));
        using var redis = RedisServer.Start("--requirepass", "a-redis-password");
        using var screen = new Screen();

        await DoctorCommand.RunAsync(
            Settings($"--ConnectionStrings:Redis={redis.ConnectionString},password=a-wrong-redis-password", "--Feishu:AppSecret=a-wrong-app-secret"),
            asJson, screen.Console, language, CancellationToken.None);

        string[] secrets = ["a-wrong-app-secret", "a-wrong-redis-password", EditorKey, Platform.Options.EncryptKey!, Platform.Options.VerificationToken, Model.ApiKey];
        foreach (var secret in secrets)
            screen.Text.ShouldNotContain(secret);
        screen.Text.ShouldContain(language == Language.Chinese ? "user 和 password" : "user and password");
    }

    [Fact]
    public async Task A_check_that_does_not_end_or_breaks_off_has_its_line_and_delays_no_other()
    {
        var endless = new ScriptedCheck(async token => await Task.Delay(Timeout.InfiniteTimeSpan, token));
        var deaf = new ScriptedCheck(_ => new TaskCompletionSource().Task);
        var broken = new ScriptedCheck(_ => throw new NotSupportedException("with a-secret-in-it"));
        var fine = new ScriptedCheck(_ => Task.CompletedTask);

        var findings = await Checkup.RunAsync([endless, deaf, broken, fine], TimeSpan.FromMilliseconds(200), CancellationToken.None);

        findings.Select(finding => finding.Severity).ShouldBe([Severity.Failed, Severity.Failed, Severity.Failed, Severity.Ok]);
        findings[2].Seen.English.ShouldBe("The check broke off (NotSupportedException).");
    }

    [Fact]
    public async Task The_command_is_reached_through_the_arguments_with_settings_behind_it() =>
        (await Commands.RunAsync(["doctor", "--json", .. Settings("--Feishu:AppId=", "--Llm:Provider=None")], _ => Task.FromResult(99))).ShouldBe(0);

    private IEnumerable<string> Contents() => [.. new DirectoryInfo(Folder.Path).EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
        .Select(entry => $"{entry.FullName} {entry.LastWriteTimeUtc:O}").Order(StringComparer.Ordinal)];

    /// <summary>The same on every machine.</summary>
    private Finding Same(Finding finding) => finding with { Seen = new(Same(finding.Seen.Chinese), Same(finding.Seen.English)) };

    private string Same(string text) => Megabytes().Replace(
        text.Replace(Folder.Path, "", StringComparison.Ordinal)
            .Replace(Platform.BaseUrl.Authority, "127.0.0.1:7000", StringComparison.Ordinal)
            .Replace($":{Port}", ":8080", StringComparison.Ordinal),
        "5000 MB", 1);

    private sealed class ScriptedCheck(Func<CancellationToken, Task> run) : ICheck
    {
        public Subject Subject { get; } = new("scripted", new("脚本", "scripted"));

        public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
        {
            await run(cancellationToken);
            return [Finding.Ok(Subject, new("好", "fine"))];
        }
    }

    [GeneratedRegex(@"\d+ MB")]
    private static partial Regex Megabytes();
}
