using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;
using Way = Wenlu.BotHost.Feishu.Delivery;

namespace Wenlu.BotHost.Tests.FrontDoor;

/// <summary>The whole service on a port of its own, between a strict platform and a scripted model.</summary>
internal sealed class Bot : IAsyncDisposable
{
    public const string EditorKey = "an-editor-key-for-tests";

    private readonly TempFolder folder;
    private readonly bool ownsFolder;
    private readonly WebApplication app;

    private Bot(WebApplication app, FeishuPlatform platform, ScriptedModel model, TempFolder folder, bool ownsFolder)
    {
        (this.app, Platform, Model, this.folder, this.ownsFolder) = (app, platform, model, folder, ownsFolder);
        Address = new Uri(app.Urls.Single());
        Delivery = IsConnected ? OverConnection(platform) : new FeishuDelivery(Address, platform);
        Http = new HttpClient { BaseAddress = Address };
    }

    public FeishuPlatform Platform { get; }

    public ScriptedModel Model { get; }

    public FeishuDelivery Delivery { get; }

    public HttpClient Http { get; }

    public Uri Address { get; }

    /// <summary>A connection that was lost is back within five seconds; the real platform's first repetition comes after fifteen.</summary>
    private FeishuDelivery OverConnection(FeishuPlatform platform) => new(Address, platform)
    {
        Connections = platform.Connections,
        Retries = [TimeSpan.FromSeconds(0.3), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5)],
    };

    private bool IsConnected => Service<IOptions<FeishuOptions>>().Value.Delivery == Way.LongConnection;

    public T Service<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public static Task<Bot> StartAsync(
        FeishuPlatform platform, ScriptedModel model, string redis = "", TempFolder? folder = null, params string[] settings) =>
        StartAsync(platform, model, redis, folder, settings, adjust: null);

    /// <summary>As if it were another day, for what looks different on every one.</summary>
    public static Task<Bot> StartAtAsync(DateTimeOffset now, FeishuPlatform platform, ScriptedModel model, params string[] settings) =>
        StartAsync(platform, model, string.Empty, folder: null, settings, builder => builder.Services.AddSingleton<TimeProvider>(new ShiftedTime(now)));

    private static async Task<Bot> StartAsync(
        FeishuPlatform platform, ScriptedModel model, string redis, TempFolder? folder, string[] settings, Action<WebApplicationBuilder>? adjust)
    {
        var data = folder ?? new TempFolder();
        var app = Wenlu.BotHost.Service.Build([.. Settings(platform, model, redis, data), .. settings], adjust);
        var connections = platform.Connections.All.Count;
        await app.StartAsync();
        await app.Services.GetRequiredService<KnowledgeIndex>().FirstCatchUp.WaitAsync(TimeSpan.FromSeconds(20));
        var bot = new Bot(app, platform, model, data, ownsFolder: folder is null);
        if (bot.IsConnected)
            await platform.ConnectedAsync(connections + 1);
        return bot;
    }

    public async Task KnowsAsync(string id, string title, string markdown, object? audience = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/knowledge/documents/{id}")
        {
            Content = JsonContent.Create(new { title, markdown, audience = audience ?? "everyone", url = $"https://wiki.example.com/{id}" }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", EditorKey);
        using var response = await Http.SendAsync(request);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
    }

    /// <summary>An editor has answered a question.</summary>
    public async Task AnswersOfficiallyAsync(string id, object answer)
    {
        using var response = await EditAsync(HttpMethod.Put, $"/api/knowledge/answers/{id}", answer);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
    }

    /// <summary>An editor has published a question.</summary>
    public async Task PublishesAsync(string id, string question, string answer, params string[] sources)
    {
        using var response = await EditAsync(HttpMethod.Put, $"/api/questions/{id}", new { question, answer, sources });
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
    }

    /// <summary>A request with an editor's key.</summary>
    public async Task<HttpResponseMessage> EditAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", EditorKey);
        return await Http.SendAsync(request);
    }

    /// <summary>Sends a message and waits for the one card that answers it.</summary>
    public async Task<FinishedCard> AskAsync(AMessage message, TimeSpan? timeout = null)
    {
        (await Delivery.SendAsync(message)).Accepted.ShouldBeTrue();
        return await Platform.CardFinishedAsync(message.MessageId, timeout ?? TimeSpan.FromSeconds(20));
    }

    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        Delivery.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        if (ownsFolder)
        {
            folder.Dispose();
        }
    }

    private static IEnumerable<string> Settings(FeishuPlatform platform, ScriptedModel model, string redis, TempFolder data) =>
    [
        "--Urls=http://127.0.0.1:0",
        $"--Storage:Directory={data["data"]}",
        $"--ConnectionStrings:Redis={redis}",
        "--Knowledge:Seed=",
        $"--Knowledge:Editors:tester={EditorKey}",
        .. platform.Settings,
        .. model.Settings,
        "--Logging:LogLevel:Default=Warning",
    ];
}
