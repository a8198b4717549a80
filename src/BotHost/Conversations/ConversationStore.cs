using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Attachments;

namespace Wenlu.BotHost.Conversations;

/// <summary>What was said in a conversation.</summary>
/// <remarks>
/// Keys: <c>conversation:{key}</c>, hash, message id -> turn as JSON, living <see cref="ConversationOptions.Lifetime"/> after the
/// last turn. A turn written twice, by a second attempt, stands once. <c>conversation:threads:{chat id}</c>, set, the keys of a
/// chat's threads in which something was said, living as long after the last turn in any of them.
/// </remarks>
internal sealed class ConversationStore(IConnectionMultiplexer store, AttachmentStore attachments, IOptions<ConversationOptions> options)
{
    private const int MaxTurns = 20;

    /// <summary>Oldest first. A message's own earlier attempt is no history for it.</summary>
    public async Task<IReadOnlyList<Turn>> ReadAsync(string conversation, string? exceptMessageId = null) =>
        [.. (await ReadKeyedAsync(conversation, exceptMessageId)).Select(turn => turn.Value)];

    /// <summary>Each with what it was written under.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, Turn>>> ReadKeyedAsync(string conversation, string? exceptMessageId = null)
    {
        var entries = await store.GetDatabase().HashGetAllAsync(Key(conversation));
        return [.. entries.Where(entry => entry.Name != exceptMessageId).Select(entry => KeyValuePair.Create((string)entry.Name!, Parse(entry.Value))).OrderBy(turn => turn.Value.At)];
    }

    /// <summary>What the last turn was written under; null when nothing was said.</summary>
    public async Task<string?> FindLastKeyAsync(string conversation)
    {
        var entries = await store.GetDatabase().HashGetAllAsync(Key(conversation));
        return entries.OrderBy(entry => Parse(entry.Value).At).Select(entry => (string?)entry.Name).LastOrDefault();
    }

    public async Task AppendAsync(string conversation, string messageId, Turn turn)
    {
        var database = store.GetDatabase();
        await Task.WhenAll(
            database.HashSetAsync(Key(conversation), messageId, JsonSerializer.Serialize(turn, ConversationJson.Default.Turn)),
            database.KeyExpireAsync(Key(conversation), options.Value.Lifetime),
            NoteThreadAsync(conversation));
        await TrimAsync(database, conversation);
    }

    public Task ForgetTurnAsync(string conversation, string messageId) => store.GetDatabase().HashDeleteAsync(Key(conversation), messageId);

    /// <summary>What was said, and what was brought along.</summary>
    public Task ForgetAsync(string conversation) => Task.WhenAll(store.GetDatabase().KeyDeleteAsync(Key(conversation)), attachments.ForgetAsync(conversation));

    /// <summary>The chat and every thread in it.</summary>
    public async Task ForgetChatAsync(string chatId)
    {
        var database = store.GetDatabase();
        var threads = await database.SetMembersAsync(ThreadsKey(chatId));
        await Task.WhenAll(threads.Select(thread => ForgetAsync(thread!)));
        await ForgetAsync(chatId);
        await database.KeyDeleteAsync(ThreadsKey(chatId));
    }

    /// <summary>Something is said in this conversation, or brought into it; of a thread its chat knows from now on.</summary>
    public async Task NoteThreadAsync(string conversation)
    {
        if (ConversationKey.ChatOfThread(conversation) is not { } chat)
            return;
        await store.GetDatabase().SetAddAsync(ThreadsKey(chat), conversation);
        await store.GetDatabase().KeyExpireAsync(ThreadsKey(chat), options.Value.Lifetime);
    }

    private static async Task TrimAsync(IDatabase database, string conversation)
    {
        if (await database.HashLengthAsync(Key(conversation)) <= MaxTurns)
        {
            return;
        }

        var entries = await database.HashGetAllAsync(Key(conversation));
        var oldest = entries.OrderByDescending(entry => Parse(entry.Value).At).Skip(MaxTurns).Select(entry => entry.Name);
        await database.HashDeleteAsync(Key(conversation), [.. oldest]);
    }

    private static string Key(string conversation) => $"conversation:{{{conversation}}}";

    private static string ThreadsKey(string chatId) => $"conversation:threads:{{{chatId}}}";

    private static Turn Parse(RedisValue json) => JsonSerializer.Deserialize((string)json!, ConversationJson.Default.Turn)!;
}

[JsonSerializable(typeof(Turn))]
internal sealed partial class ConversationJson : JsonSerializerContext;
