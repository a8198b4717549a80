using System.Text.Json.Nodes;
using Wenlu.BotHost.Cli.Doctor;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.Cli.Doctor;

/// <summary>A doctor between the strict platform and a model; a call with an effect fails its test.</summary>
public abstract class DoctorBench : IAsyncLifetime
{
    private protected const string EditorKey = "an-editor-key-for-doctors";

    private protected FeishuPlatform Platform { get; private set; } = null!;

    private protected ScriptedModel Model { get; private set; } = null!;

    private protected TempFolder Folder { get; } = new();

    private protected int Port { get; } = Loopback.FreePort();

    public async Task InitializeAsync()
    {
        Platform = await FeishuPlatform.StartAsync();
        Platform.ExpectsProbes = true;
        Model = await ScriptedModel.StartAsync();
        Model.Otherwise = _ => ModelReply.Says("OK");
    }

    public async Task DisposeAsync()
    {
        var (violations, model) = (Platform.Violations, Model.Violations);
        await Platform.DisposeAsync();
        await Model.DisposeAsync();
        Folder.Dispose();
        violations.ShouldBeEmpty();
        model.ShouldBeEmpty();
    }

    /// <summary>Later ones win.</summary>
    private protected string[] Settings(params string[] settings) =>
    [
        $"--Urls=http://127.0.0.1:{Port}",
        $"--Storage:Directory={Folder["data"]}",
        "--Knowledge:Seed=",
        $"--Knowledge:Editors:tester={EditorKey}",
        .. Platform.Settings,
        .. Model.Settings,
        .. settings,
    ];

    /// <summary>As a machine reads it.</summary>
    private protected async Task<Report> LookAsync(params string[] settings)
    {
        using var screen = new Screen();
        var code = await DoctorCommand.RunAsync(Settings(settings), asJson: true, screen.Console, Language.English, CancellationToken.None);
        return new Report(code, JsonNode.Parse(screen.Text)!.AsObject(), screen.Text);
    }
}

/// <summary>What the command ended with and printed.</summary>
internal sealed record Report(int Code, JsonObject Json, string Text)
{
    public int Failures => (int)Json["failures"]!;

    public string StateOf(string id) => (string)Line(id)["state"]!;

    public string FindingOf(string id) => (string)Line(id)["finding"]!;

    public string RemedyOf(string id) => (string?)Line(id)["remedy"] ?? "";

    /// <summary>The lines that are neither fine nor a mere note.</summary>
    public IEnumerable<string> Complaints => Lines.Where(line => (string)line["state"]! is "failed" or "warning").Select(line => (string)line["id"]!);

    private IEnumerable<JsonObject> Lines => Json["checks"]!.AsArray().Select(line => line!.AsObject());

    private JsonObject Line(string id) => Lines.FirstOrDefault(line => (string)line["id"]! == id) ?? throw new InvalidOperationException($"no line {id} in {Text}");
}
