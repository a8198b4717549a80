using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Storage;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.Processes;

/// <summary>
/// One installation of the bot between the platform and a model. Its folder, its address and its settings outlive its processes.
/// </summary>
internal sealed class Installation : IAsyncDisposable
{
    public const string EditorKey = "an-editor-key-for-tests";
    private const string LeavePolicy = "## 年假\n入职满一年者，年假十天。\n\n## 病假\n病假需要提供医院证明，每年不超过三十天。";

    private readonly int port = Loopback.FreePort();
    private readonly RedisServer? redis;
    private readonly List<BotProcess> processes = [];

    private Installation(FeishuPlatform platform, ScriptedModel model, RedisServer? redis)
    {
        (Platform, Model, this.redis) = (platform, model, redis);
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        Http = new HttpClient { BaseAddress = Address };
        Delivery = new FeishuDelivery(Address, platform) { Retries = Seconds(0.3, 0.7, 1.5, 4) };
    }

    public FeishuPlatform Platform { get; }

    public ScriptedModel Model { get; }

    /// <summary>The working directory; the data folder is in it, as it is by default.</summary>
    public TempFolder Folder { get; } = new();

    public Uri Address { get; }

    public HttpClient Http { get; }

    public FeishuDelivery Delivery { get; }

    public static async Task<Installation> CreateAsync(FeishuPlatformOptions? options = null, RedisServer? redis = null) =>
        new(await FeishuPlatform.StartAsync(options), await ScriptedModel.StartAsync(), redis);

    public BotProcess Start(params (string Key, string Value)[] settings) => Run([], settings);

    /// <summary>A command of the executable, with the settings of the service.</summary>
    public BotProcess Run(string[] arguments, params (string Key, string Value)[] settings)
    {
        var all = Settings();
        foreach (var (key, value) in settings)
            all[key] = value;
        var process = BotProcess.Start(Folder.Path, all, arguments);
        processes.Add(process);
        return process;
    }

    public async Task<BotProcess> StartReadyAsync(params (string Key, string Value)[] settings)
    {
        var process = Start(settings);
        await process.ReadyAsync();
        return process;
    }

    public async Task KnowLeaveAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/knowledge/documents/leave")
        {
            Content = JsonContent.Create(new { title = "员工手册", markdown = LeavePolicy }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", EditorKey);
        using var response = await Http.SendAsync(request);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
    }

    /// <summary>With an editor's eyes.</summary>
    public async Task<string> SearchAsync(string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/search?q={Uri.EscapeDataString(text)}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", EditorKey);
        using var response = await Http.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>What the inbox of the running process still holds: nothing, when all is done.</summary>
    public async Task<IReadOnlyList<string>> LeftInInboxAsync()
    {
        await using var store = redis is null ? StoreConnection.ToSocket(Folder["data/store/store.sock"]) : StoreConnection.ToServer(redis.ConnectionString);
        var database = store.GetDatabase();
        var pending = await database.SortedSetRangeByRankAsync(InboxKeys.Pending);
        var conversations = await database.SortedSetRangeByRankWithScoresAsync(InboxKeys.Ready);
        var parked = await database.HashValuesAsync(InboxKeys.ParkedDetails);
        return
        [
            .. pending.Select(id => $"pending: {id} {database.StringGet(InboxKeys.Event(id!))}"),
            .. conversations.Select(ready => $"conversation: {ready} ({string.Join(' ', database.SortedSetRangeByRank(InboxKeys.Queue(ready.Element!)))})"),
            .. parked.Select(details => $"parked: {details}"),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes)
            process.Dispose();
        Http.Dispose();
        Delivery.Dispose();
        await Platform.DisposeAsync();
        await Model.DisposeAsync();
        redis?.Dispose();
        Folder.Dispose();
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["Urls"] = Address.ToString(),
        ["ConnectionStrings:Redis"] = redis?.ConnectionString ?? "",
        ["Knowledge:Seed"] = "",
        ["Knowledge:Editors:tester"] = EditorKey,
        ["Feishu:AppId"] = Platform.Options.AppId,
        ["Feishu:AppSecret"] = Platform.Options.AppSecret,
        ["Feishu:EncryptKey"] = Platform.Options.EncryptKey!,
        ["Feishu:VerificationToken"] = Platform.Options.VerificationToken,
        ["Feishu:BaseUrl"] = Platform.BaseUrl.ToString(),
        ["Llm:Provider"] = "OpenAI",
        ["Llm:Endpoint"] = Model.EndpointFor(ModelDialect.OpenAI).ToString(),
        ["Llm:ApiKey"] = Model.ApiKey,
        ["Llm:ChatModel"] = "scripted",
    };

    private static TimeSpan[] Seconds(params double[] seconds) => [.. seconds.Select(TimeSpan.FromSeconds)];
}
