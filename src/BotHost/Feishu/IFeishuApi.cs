using Refit;

namespace Wenlu.BotHost.Feishu;

/// <summary>
/// The calls this bot makes, one method each. A result code other than 0 has become a <see cref="FeishuApiException"/>
/// before a method returns, whatever the HTTP status was.
/// </summary>
internal interface IFeishuApi
{
    /// <summary>https://open.feishu.cn/open-apis/bot/v3/info — the bot stands at the top level, not under data.</summary>
    [Get("/open-apis/bot/v3/info")]
    Task<BotInfoResponse> GetBotInfoAsync(CancellationToken cancellationToken);

    /// <summary>Reply in place; within an hour one uuid speaks at most once.</summary>
    [Post("/open-apis/im/v1/messages/{messageId}/reply")]
    Task<FeishuResponse<SentMessage>> ReplyAsync(string messageId, [Body] ReplyRequest request, CancellationToken cancellationToken);

    /// <summary>A message of our own: a welcome, or instead of a reply to what cannot be replied to (invisible to the bot, self-destructing, a topic that is gone).</summary>
    [Post("/open-apis/im/v1/messages?receive_id_type=chat_id")]
    Task<FeishuResponse<SentMessage>> SendToChatAsync([Body] SendRequest request, CancellationToken cancellationToken);

    /// <summary>Into a person's direct chat with the bot, whose id is not known.</summary>
    [Post("/open-apis/im/v1/messages?receive_id_type=open_id")]
    Task<FeishuResponse<SentMessage>> SendToPersonAsync([Body] SendRequest request, CancellationToken cancellationToken);

    /// <summary>The people in a chat with their names, a page of them; bots are never among them.</summary>
    [Get("/open-apis/im/v1/chats/{chatId}/members?member_id_type=open_id&page_size=100")]
    Task<FeishuResponse<ChatMembers>> ListMembersAsync(string chatId, [AliasAs("page_token")][Query] string? pageToken, CancellationToken cancellationToken);

    /// <summary>A message by its id; of a forwarded parcel also what is in it.</summary>
    [Get("/open-apis/im/v1/messages/{messageId}?user_id_type=open_id")]
    Task<FeishuResponse<MessageItems>> GetMessageAsync(string messageId, CancellationToken cancellationToken);

    /// <summary>A picture or a file of a message, at most 100 MB: its content, not yet read.</summary>
    /// <param name="type"><c>image</c> or <c>file</c>.</param>
    [Get("/open-apis/im/v1/messages/{messageId}/resources/{fileKey}")]
    Task<HttpResponseMessage> GetResourceAsync(string messageId, string fileKey, [AliasAs("type")][Query] string type, CancellationToken cancellationToken);

    /// <summary>Replaces an ordinary card message; at most five times a second for one message.</summary>
    [Patch("/open-apis/im/v1/messages/{messageId}")]
    Task<FeishuResponse> UpdateMessageAsync(string messageId, [Body] MessageContent content, CancellationToken cancellationToken);

    /// <summary>The same call for a card whose text is growing. It carries no number, so nothing but the order of calls keeps the latest text on top.</summary>
    [Patch("/open-apis/im/v1/messages/{messageId}")]
    Task<FeishuResponse> StreamMessageAsync(
        string messageId, [Body] MessageContent content, [Property(FeishuOperation.IsGrowing)] bool isGrowing, CancellationToken cancellationToken);

    /// <summary>A reaction of this bot's; one emoji stands on a message once.</summary>
    [Post("/open-apis/im/v1/messages/{messageId}/reactions")]
    Task<FeishuResponse<CreatedReaction>> AddReactionAsync(string messageId, [Body] ReactionRequest request, CancellationToken cancellationToken);

    [Delete("/open-apis/im/v1/messages/{messageId}/reactions/{reactionId}")]
    Task<FeishuResponse> RemoveReactionAsync(string messageId, string reactionId, CancellationToken cancellationToken);

    [Post("/open-apis/cardkit/v1/cards")]
    Task<FeishuResponse<CreatedCard>> CreateCardAsync([Body] CardData card, CancellationToken cancellationToken);

    /// <summary>Streams the whole text so far; the client types what is new.</summary>
    [Put("/open-apis/cardkit/v1/cards/{cardId}/elements/{elementId}/content")]
    Task<FeishuResponse> StreamTextAsync(string cardId, string elementId, [Body] ElementText text, CancellationToken cancellationToken);

    [Patch("/open-apis/cardkit/v1/cards/{cardId}/settings")]
    Task<FeishuResponse> UpdateSettingsAsync(string cardId, [Body] CardSettings settings, CancellationToken cancellationToken);

    [Put("/open-apis/cardkit/v1/cards/{cardId}")]
    Task<FeishuResponse> ReplaceCardAsync(string cardId, [Body] CardReplacement replacement, CancellationToken cancellationToken);
}

/// <summary>Asks for the token that every other call carries; so it carries none itself.</summary>
internal interface IFeishuTokenApi
{
    [Post("/open-apis/auth/v3/tenant_access_token/internal")]
    Task<TenantTokenResponse> CreateTenantTokenAsync([Body] TenantTokenRequest request, CancellationToken cancellationToken);
}
