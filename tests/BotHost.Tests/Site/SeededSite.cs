using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Wenlu.BotHost.Tests.FrontDoor;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.Site;

/// <summary>The whole service with the repository's own seeds, for the tests of one class.</summary>
public sealed class SeededSite : IAsyncLifetime
{
    private FeishuPlatform? platform;

    internal Bot Bot { get; private set; } = null!;

    internal ScriptedModel Model { get; private set; } = null!;

    internal HttpClient Http => Bot.Http;

    public async Task InitializeAsync()
    {
        platform = await FeishuPlatform.StartAsync(new());
        Model = await ScriptedModel.StartAsync();
        Bot = await Bot.StartAsync(platform, Model, settings:
            ["--Knowledge:Seed=seeds", "--Feishu:AppId=", "--Site:KnowledgeBaseUrl=https://example.feishu.cn/wiki/home", "--Site:KnowledgeBaseName=「问路」飞书知识库"]);
    }

    public async Task DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Model.DisposeAsync();
        await platform!.DisposeAsync();
    }

    internal Task<HttpResponseMessage> AskAsync(object body, string? accept = null, string? key = null) =>
        SendAsync(JsonContent.Create(body), accept, key);

    internal Task<HttpResponseMessage> AskTextAsync(string body, string mediaType = "application/json") =>
        SendAsync(new StringContent(body, Encoding.UTF8, mediaType));

    internal async Task<string> PageAsync(string path, string language = "zh-CN")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var response = await Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpContent content, string? accept = null, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask") { Content = content };
        if (accept is not null)
            request.Headers.Accept.ParseAdd(accept);
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return await Http.SendAsync(request);
    }
}
