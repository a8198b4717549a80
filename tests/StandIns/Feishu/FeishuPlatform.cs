using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wenlu.StandIns.Feishu.Accounts;
using Wenlu.StandIns.Feishu.Wiki;

namespace Wenlu.StandIns.Feishu;

/// <summary>
/// The open platform as a bot meets it, in this process and on a loopback port, and stricter than the real one: whatever the
/// documents do not allow is refused and kept in <see cref="Violations"/>, which every test asserts to be empty.
/// </summary>
public sealed partial class FeishuPlatform : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly WebApplication app;
    private readonly TokenDesk tokens;
    private readonly MessageDesk messages;
    private readonly CardDesk cards;
    private readonly ClickDesk clicks;
    private readonly ReactionDesk reactions;
    private readonly RateLimits rates;
    private readonly FaultPlan faults = new();
    private readonly Findings findings = new();
    private readonly List<RecordedCall> calls = [];
    private readonly HashSet<string> repliesSeen = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FeishuPlatform(FeishuPlatformOptions options)
    {
        Options = options;
        rates = new RateLimits(options.Time);
        tokens = new TokenDesk(options);
        cards = new CardDesk(options, rates, findings);
        messages = new MessageDesk(options, rates, cards, findings);
        clicks = new ClickDesk(options, messages, cards, findings);
        Connections = new ConnectionDesk(options, violation => Change(() => findings.Add(violation)), Signal);
        reactions = new ReactionDesk(messages);
        Wiki = new WikiDesk(options, Change);
        Accounts = new AccountDesk(options, violation => Change(() => findings.Add(violation)));
        app = BuildServer();
    }

    public FeishuPlatformOptions Options { get; }

    public Uri BaseUrl { get; private set; } = null!;

    /// <summary>What a bot is started with to be this platform's app.</summary>
    public IEnumerable<string> Settings =>
    [
        $"--Feishu:AppId={Options.AppId}",
        $"--Feishu:AppSecret={Options.AppSecret}",
        $"--Feishu:EncryptKey={Options.EncryptKey}",
        $"--Feishu:VerificationToken={Options.VerificationToken}",
        $"--Feishu:BaseUrl={BaseUrl}",
    ];

    /// <summary>Where people sign in.</summary>
    public AccountDesk Accounts { get; }

    /// <summary>The long connections of this app's clients.</summary>
    public ConnectionDesk Connections { get; }

    public static async Task<FeishuPlatform> StartAsync(FeishuPlatformOptions? options = null)
    {
        var platform = new FeishuPlatform(options ?? new FeishuPlatformOptions());
        await platform.app.StartAsync();
        var addresses = platform.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        platform.BaseUrl = new Uri(addresses.Addresses.First());
        return platform;
    }

    /// <summary>A person's message is in its chat, so that the bot can reply; the bot is in a group, or out of it. <see cref="FeishuDelivery"/> does this by itself.</summary>
    public void Take(JsonObject messageEvent)
    {
        if (Inbound.From(messageEvent) is { } inbound) Change(() => messages.Take(inbound.Message, inbound.DirectChatWith));
        else Change(() => TakeChatEvent(messageEvent));
    }

    /// <summary>How the bot answered a click: judged, and shown to everybody in the chat.</summary>
    public void TakeClickAnswer(ACardAction click, int status, string body) => Change(() => clicks.Take(click.MessageId, status, body));

    private void TakeChatEvent(JsonObject envelope)
    {
        var (body, chat) = (envelope["event"], Checks.String(envelope["event"]?["chat_id"]));
        switch (Checks.String(envelope["header"]?["event_type"]))
        {
            case "im.chat.member.bot.added_v1":
                messages.Open(chat!);
                break;
            case "im.chat.member.bot.deleted_v1":
                messages.Close(chat!);
                break;
            case "im.chat.access_event.bot_p2p_chat_entered_v1":
                messages.OpenDirect(Checks.String(body!["operator_id"]!["open_id"])!, chat);
                break;
            case "application.bot.menu_v6":
                messages.OpenDirect(Checks.String(body!["operator"]!["operator_id"]!["open_id"])!, null);
                break;
        }
    }

    /// <summary>A message that the bot is not told of: written before, or to others.</summary>
    public void Hold(AMessage message) => Take(message.ToEvent(Options));

    /// <summary>A message within a forwarded parcel.</summary>
    public void HoldForwarded(string parcel, AMessage message) => Change(() =>
        messages.Take(Inbound.From(message.ToEvent(Options))!.Value.Message with { UpperId = parcel }, null));

    /// <summary>A picture or a file of a message, which may not have been sent yet.</summary>
    public void HoldResource(string messageId, string key, string type, byte[] content) => Change(() => messages.Keep(messageId, key, type, content));

    /// <summary>Reading this message, or what is in it, is refused with this code.</summary>
    public void HideMessage(string messageId, int code) => Change(() => messages.Hide(messageId, code));

    public void RecallMessage(string messageId) => Change(() => messages.Recall(messageId));

    public void RemoveBotFromChat(string chatId) => Change(() => messages.Close(chatId));

    public void AddBotToChat(string chatId) => Change(() => messages.Open(chatId));

    /// <summary>Somebody with a name is in the chat.</summary>
    public void AddMember(string chatId, string openId, string name) => Change(() => messages.AddMember(chatId, openId, name));

    public void ExpireAllTokens() => Change(tokens.ExpireAll);

    /// <summary>
    /// The next <paramref name="count"/> calls that match fail. The pattern is a path or "METHOD path"; a star stands for one
    /// segment, two for any number.
    /// </summary>
    public void FailNext(
        string pathPattern, int count = 1, int status = 500, int code = 99991500, IReadOnlyDictionary<string, string>? headers = null) =>
        FailNext(pathPattern, count, new Fault { Status = status, Code = code, Headers = headers ?? new Dictionary<string, string>() });

    public void FailNext(string pathPattern, int count, Fault fault) => Change(() => faults.Add(pathPattern, count, fault));

    public void DelayNext(string pathPattern, TimeSpan delay, int count = 1) =>
        FailNext(pathPattern, count, new Fault { Delay = delay, OnlyDelay = true });

    /// <summary>The connection breaks; with <paramref name="afterEffect"/> the call was carried out before.</summary>
    public void ResetNext(string pathPattern, int count = 1, bool afterEffect = false) =>
        FailNext(pathPattern, count, new Fault { Reset = true, AfterEffect = afterEffect });

    /// <summary>Whether faults that were planned for this pattern are still to come.</summary>
    public bool HasFaults(string pathPattern) => Read(() => faults.Waits(pathPattern));

    public void ClearFaults() => Change(faults.Clear);

    public async ValueTask DisposeAsync()
    {
        // A connection that is open would hold the server's end up.
        Connections.BreakAll();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private void Change(Action action)
    {
        lock (gate) action();
        Signal();
    }

    private void Signal() =>
        Interlocked.Exchange(ref changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

    private WebApplication BuildServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.UseWebSockets();
        MapOperations(server);
        return server;
    }
}
