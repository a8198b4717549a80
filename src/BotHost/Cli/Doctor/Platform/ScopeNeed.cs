namespace Wenlu.BotHost.Cli.Doctor.Platform;

/// <summary>
/// A permission, and a call that tells whether it is granted: the platform looks at the scope first and then turns the call away,
/// since it names nothing that exists or says nothing at all.
/// </summary>
/// <param name="For">What does not work without it.</param>
internal sealed record ScopeNeed(Subject Subject, string Scope, Bilingual For, Severity WhenMissing, PlatformCall Call)
{
    /// <summary>No message has this id.</summary>
    private const string NoMessage = "/open-apis/im/v1/messages/om_00000000000000000000000000000000";

    public static readonly IReadOnlyList<ScopeNeed> OfChat =
    [
        new(new("feishu.scope.reply", new("权限：回复", "scope: reply")), "im:message:send_as_bot",
            new("机器人无法回复", "the bot cannot reply"), Severity.Failed,
            new(HttpMethod.Post, $"{NoMessage}/reply", "{}")),
        new(new("feishu.scope.read", new("权限：读消息", "scope: read messages")), "im:message:readonly",
            new("被引用、转发的消息和文件读不到", "quoted and forwarded messages and files cannot be read"), Severity.Warning,
            new(HttpMethod.Get, $"{NoMessage}?user_id_type=open_id")),
        new(new("feishu.scope.cards", new("权限：流式卡片", "scope: streamed cards")), "cardkit:card:write",
            new("答案不会逐字出现", "answers do not fill in while they are written"), Severity.Warning,
            new(HttpMethod.Post, "/open-apis/cardkit/v1/cards", "{}")),
        new(new("feishu.scope.reactions", new("权限：表情回应", "scope: reactions")), "im:message.reactions:write_only",
            new("收到问题时没有即时的表情回应", "a question gets no immediate sign of having arrived"), Severity.Warning,
            new(HttpMethod.Delete, $"{NoMessage}/reactions/none")),
    ];

    public static readonly IReadOnlyList<ScopeNeed> OfWiki =
    [
        new(new("feishu.scope.docx", new("权限：读文档", "scope: read documents")), "docx:document:readonly",
            new("知识库里的文档读不到", "the documents of the wiki cannot be read"), Severity.Failed,
            new(HttpMethod.Get, "/open-apis/docx/v1/documents/doxcn00000000000000000000000")),
        new(new("feishu.scope.drive", new("权限：云空间", "scope: drive")), "drive:drive:readonly",
            new("文档的链接和修改时间读不到", "links and times of documents cannot be read"), Severity.Warning,
            new(HttpMethod.Post, "/open-apis/drive/v1/metas/batch_query", "{}")),
    ];

    public Finding Judge(PlatformReply reply) => reply.Trouble switch
    {
        Trouble.None => Finding.Ok(Subject, ScopeTexts.Granted(Scope)),
        Trouble.ScopeMissing => new Finding(WhenMissing, Subject, ScopeTexts.Missing(Scope, For), ScopeTexts.Grant(reply.ScopesNeeded is { Count: > 0 } needed ? needed : [Scope])),
        _ => reply.ToFinding(Subject),
    };
}
