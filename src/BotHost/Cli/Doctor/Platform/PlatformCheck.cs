using System.Text.Json;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Wiki;

namespace Wenlu.BotHost.Cli.Doctor.Platform;

/// <summary>The app as the platform sees it: its token, its bot, its scopes. What needs the one before is not asked without it.</summary>
internal sealed class PlatformCheck(
    PlatformClient platform, IOptions<FeishuOptions> options, IOptions<ConversationOptions> conversations, IOptions<WikiOptions> wiki) : ICheck
{
    private static readonly Subject Host = new("feishu.host", new("飞书地址", "platform host"));
    private static readonly Subject Token = new("feishu.token", new("应用凭证", "app credentials"));
    private static readonly Subject Bot = new("feishu.bot", new("机器人", "bot"));
    private static readonly Subject Receiving = new("feishu.scope.receive", new("权限：接收消息", "scope: receive"));
    private static readonly Subject Rest = new("feishu.scopes", new("机器人与权限", "bot and scopes"));

    private const string MentionsOnly = "im:message.group_at_msg:readonly";
    private const string AllOfAGroup = "im:message.group_msg";

    public Subject Subject { get; } = new("feishu", new("飞书", "Feishu"));

    /// <summary>Spaces of the wiki that are synced, by their ids; which space a page's address means, only the sync asks.</summary>
    private string[] Spaces =>
        [.. wiki.Value.Spaces.Select(SyncSource.OfSpace).Where(source => source?.Kind == SourceKind.Space).Select(source => source!.Token)];

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.IsEnabled)
            return [Finding.Note(Subject, PlatformTexts.Off)];
        var host = PlatformTexts.OfHost(Host, options.Value.BaseUrl);
        var reply = await platform.CallAsync(TokenCall(), token: null, cancellationToken);
        var token = reply.Find("tenant_access_token")?.ToString();
        return reply.Code != 0 || string.IsNullOrEmpty(token)
            ? [host, RefusedToken(reply), Finding.Note(Rest, PlatformTexts.NoToken)]
            : [host, Finding.Ok(Token, PlatformTexts.TokenGiven), .. await LookAsync(token, cancellationToken)];
    }

    private async Task<IReadOnlyList<Finding>> LookAsync(string token, CancellationToken cancellationToken)
    {
        var bot = await platform.CallAsync(new(HttpMethod.Get, "/open-apis/bot/v3/info"), token, cancellationToken);
        if (bot.Trouble != Trouble.None)
            return [bot.ToFinding(Bot), Finding.Note(Rest, PlatformTexts.NotAsked)];
        var needs = Task.WhenAll(Needs().Select(async need => need.Judge(await platform.CallAsync(need.Call, token, cancellationToken))));
        var spaces = Task.WhenAll(Spaces.Select(async space => WikiSpace.Judge(space, await platform.CallAsync(WikiSpace.Call(space), token, cancellationToken))));
        return [JudgeBot(bot), .. FurtherIds(), Receive(), .. await needs, .. await spaces];
    }

    /// <summary>Which events come is decided by scopes that no documented call needs or lists.</summary>
    private Finding Receive() => Finding.Note(
        Receiving, ScopeTexts.Hidden, ScopeTexts.LookYourself(conversations.Value.UnmentionedChats.Count > 0 ? AllOfAGroup : MentionsOnly));

    private IEnumerable<ScopeNeed> Needs() => Spaces.Length > 0 ? ScopeNeed.OfChat.Concat(ScopeNeed.OfWiki) : ScopeNeed.OfChat;

    private PlatformCall TokenCall() => new(
        HttpMethod.Post, "/open-apis/auth/v3/tenant_access_token/internal",
        JsonSerializer.Serialize(new TenantTokenRequest(options.Value.AppId, options.Value.AppSecret), FeishuJson.Default.TenantTokenRequest));

    /// <summary>A refusal without a reason of its own is about what was shown: the id or the secret.</summary>
    private static Finding RefusedToken(PlatformReply reply) => reply.Trouble == Trouble.None
        ? Finding.Failed(Token, PlatformTexts.Refused(reply.Code ?? 0), PlatformTexts.CopyCredentials)
        : reply.ToFinding(Token);

    /// <summary>No call tells whose an open_id is, so that it is another app's can only be asked.</summary>
    private IEnumerable<Finding> FurtherIds() => options.Value.BotOpenIds.Count > 0
        ? [Finding.Note(new("feishu.bot.ids", new("其他 open_id", "further open_ids")), PlatformTexts.FurtherIds(options.Value.BotOpenIds), PlatformTexts.OneApp)]
        : [];

    private static Finding JudgeBot(PlatformReply reply)
    {
        var status = reply.Find("bot", "activate_status") is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : 0;
        if (reply.Code != 0)
            return Finding.Failed(Bot, PlatformTexts.NoBot(reply.Code ?? 0), PlatformTexts.AddBot);
        return status == PlatformTexts.Enabled
            ? Finding.Ok(Bot, PlatformTexts.KnownAs($"{reply.Find("bot", "app_name")}", $"{reply.Find("bot", "open_id")}"))
            : Finding.Failed(Bot, PlatformTexts.NotEnabled(status), PlatformTexts.EnableBot);
    }
}
