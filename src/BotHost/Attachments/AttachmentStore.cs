using System.Text.Json;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Wenlu.BotHost.Conversations;

namespace Wenlu.BotHost.Attachments;

/// <summary>The documents that were brought into a conversation. Nobody outside of it ever sees a word of them.</summary>
/// <remarks>
/// Keys: <c>attachments:{conversation}</c>, hash, message id -> document as JSON; <c>attachment:message:{message id}</c>, string,
/// the conversation that has that message's document. Both live as long as the conversation, counted from the last question.
/// </remarks>
internal sealed class AttachmentStore(IConnectionMultiplexer store, IOptions<ConversationOptions> options)
{
    /// <summary>The oldest goes when another comes.</summary>
    public const int MostDocuments = 5;

    /// <summary>Oldest first. Reading prolongs their life.</summary>
    public async Task<IReadOnlyList<AttachedDocument>> ReadAsync(string conversation)
    {
        var database = store.GetDatabase();
        var entries = await database.HashGetAllAsync(Key(conversation));
        if (entries.Length == 0)
            return [];
        await database.KeyExpireAsync(Key(conversation), options.Value.Lifetime);
        await Task.WhenAll(entries.Select(entry => database.KeyExpireAsync(MessageKey(entry.Name!), options.Value.Lifetime)));
        return [.. entries.Select(Parse).OrderBy(document => document.At)];
    }

    public async Task<AttachedDocument?> FindAsync(string conversation, string messageId) =>
        await store.GetDatabase().HashGetAsync(Key(conversation), messageId) is { IsNull: false } json ? Parse(json) : null;

    /// <returns>The documents that had to make room for it.</returns>
    public async Task<IReadOnlyList<AttachedDocument>> AddAsync(string conversation, AttachedDocument document)
    {
        var database = store.GetDatabase();
        // First what leads a recall here: a document that nobody could make forgotten must not exist.
        await database.StringSetAsync(MessageKey(document.MessageId), conversation, options.Value.Lifetime);
        await database.HashSetAsync(Key(conversation), document.MessageId, JsonSerializer.Serialize(document, AttachmentJson.Default.AttachedDocument));
        await database.KeyExpireAsync(Key(conversation), options.Value.Lifetime);
        List<AttachedDocument> surplus = [.. (await ReadAsync(conversation)).SkipLast(MostDocuments)];
        foreach (var old in surplus)
            await ForgetMessageAsync(old.MessageId);
        return surplus;
    }

    /// <summary>A new topic: what was brought along goes with what was said.</summary>
    public Task ForgetAsync(string conversation) => store.GetDatabase().KeyDeleteAsync(Key(conversation));

    /// <summary>The message was recalled, or its document made room for another.</summary>
    public async Task ForgetMessageAsync(string messageId)
    {
        var database = store.GetDatabase();
        if (await database.StringGetDeleteAsync(MessageKey(messageId)) is { IsNull: false } conversation)
            await database.HashDeleteAsync(Key(conversation!), messageId);
    }

    private static AttachedDocument Parse(HashEntry entry) => Parse(entry.Value);

    private static AttachedDocument Parse(RedisValue json) => JsonSerializer.Deserialize((string)json!, AttachmentJson.Default.AttachedDocument)!;

    private static string Key(string conversation) => $"attachments:{{{conversation}}}";

    private static string MessageKey(string messageId) => $"attachment:message:{{{messageId}}}";
}
