using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Cards;

/// <summary>What a reply is for: one message of each purpose at most answers a question.</summary>
internal enum MessagePurpose
{
    Answer,

    /// <summary>A further card of an answer that does not fit one.</summary>
    Continuation,

    Notice,
    Apology,
    Excuse,
}

/// <summary>Replies in place, at a chat's pace, and once.</summary>
internal sealed class Messenger(IFeishuApi api, Pacer pacer)
{
    /// <returns>The id of the message that is now in the chat.</returns>
    public Task<string> ReplyAsync(Asked asked, MessagePurpose purpose, string type, string content, CancellationToken cancellationToken) =>
        ReplyAsync(asked, Uuid(asked.Key, purpose), type, content, cancellationToken);

    /// <summary>A card shown in another way is another message, and so is a further one.</summary>
    /// <returns>The id of the message; null when an earlier attempt sent it, and did not live to hear of it.</returns>
    public async Task<string?> FollowAsync(Asked asked, int part, CardPlan plan, string card, CancellationToken cancellationToken)
    {
        try
        {
            var uuid = Uuid(string.Create(CultureInfo.InvariantCulture, $"{asked.Key}/{part}/{plan}"), MessagePurpose.Continuation);
            return await ReplyAsync(asked, uuid, "interactive", card, cancellationToken);
        }
        catch (FeishuApiException exception) when (exception.Code == FeishuCodes.MessageIsBeingSent)
        {
            return null;
        }
    }

    public async Task SayAsync(Asked asked, MessagePurpose purpose, string text, CancellationToken cancellationToken)
    {
        try
        {
            await ReplyAsync(asked, purpose, "text", new TextMessage(text).ToJson(), cancellationToken);
        }
        catch (FeishuApiException exception) when (exception.Code == FeishuCodes.MessageIsBeingSent)
        {
            // Said by an earlier attempt that did not live to hear of it, and there is nothing to do with its id.
        }
    }

    /// <summary>For a message of which no more than the id is known.</summary>
    public Task SayAsync(string messageId, MessagePurpose purpose, string text, CancellationToken cancellationToken) =>
        api.ReplyAsync(messageId, new ReplyRequest("text", new TextMessage(text).ToJson(), Uuid(messageId, purpose)), cancellationToken);

    private async Task<string> ReplyAsync(Asked asked, string uuid, string type, string content, CancellationToken cancellationToken)
    {
        await pacer.WaitAsync(asked.ChatId, Pacer.Chat, cancellationToken);
        try
        {
            var reply = await api.ReplyAsync(asked.ReplyTo, new ReplyRequest(type, content, uuid), cancellationToken);
            return reply.Data!.MessageId;
        }
        catch (FeishuApiException exception) when (FeishuCodes.CannotBeRepliedTo(exception.Code))
        {
            var sent = await api.SendToChatAsync(new SendRequest(asked.ChatId, type, content, uuid), cancellationToken);
            return sent.Data!.MessageId;
        }
    }

    /// <summary>The same for every attempt at the same message or click, at most 50 characters whatever its key looks like.</summary>
    public static string Uuid(string key, MessagePurpose purpose) =>
        $"{purpose.ToString().ToLowerInvariant()}-{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 18))}";
}
