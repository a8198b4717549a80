using System.Net;
using Wenlu.BotHost.Tests.FrontDoor;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.Site;

/// <summary>A service that knows nothing and takes only so many questions.</summary>
internal sealed class LimitedSite : IAsyncDisposable
{
    private readonly FeishuPlatform platform;
    private readonly ScriptedModel model;

    private LimitedSite(FeishuPlatform platform, ScriptedModel model, Bot bot) => (this.platform, this.model, Bot) = (platform, model, bot);

    public Bot Bot { get; }

    public Uri Address => Bot.Address;

    public static async Task<LimitedSite> StartAsync(int? perMinute, params string[] settings)
    {
        var platform = await FeishuPlatform.StartAsync(new());
        var model = await ScriptedModel.StartAsync();
        string[] limit = perMinute is null ? [] : [$"--Site:AsksPerMinute={perMinute}"];
        return new(platform, model, await Bot.StartAsync(platform, model, settings: ["--Feishu:AppId=", "--Llm:Provider=None", .. limit, .. settings]));
    }

    public async Task ExhaustAsync()
    {
        while ((await Bot.Http.GetAsync("/?q=abc")).StatusCode != HttpStatusCode.TooManyRequests)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await model.DisposeAsync();
        await platform.DisposeAsync();
    }
}
