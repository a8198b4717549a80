using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Conversations.Receipts;
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

    /// <summary>A notice's text, where its card was refused.</summary>
    Plain,
}

/// <summary>Replies in place, at a chat's pace, and once.</summary>
internal sealed class Messenger(IFeishuApi api, Pacer pacer, Receipts receipts)
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

    /// <summary>A notice with a card is said in words where the card is refused.</summary>
    public async Task NotifyAsync(Destination destination, string key, Notice notice, CancellationToken cancellationToken)
    {
        try
        {
            await (notice.Card is { } card
                ? SendAsync(destination, "interactive", card.ToJson(), Uuid(key, MessagePurpose.Notice), cancellationToken)
                : SendTextAsync(destination, notice.Text, Uuid(key, MessagePurpose.Notice), cancellationToken));
        }
        catch (FeishuApiException exception) when (exception.Code == FeishuCodes.MessageIsBeingSent)
        {
            // Said by an earlier attempt.
        }
        catch (FeishuApiException exception) when (notice.Card is not null && FeishuCodes.IsContentRefused(exception.Code))
        {
            await SendTextAsync(destination, notice.Text, Uuid(key, MessagePurpose.Plain), cancellationToken);
        }
    }

    private Task SendTextAsync(Destination destination, string text, string uuid, CancellationToken cancellationToken) =>
        SendAsync(destination, "text", new TextMessage(text).ToJson(), uuid, cancellationToken);

    private async Task SendAsync(Destination destination, string type, string content, string uuid, CancellationToken cancellationToken)
    {
        await pacer.WaitAsync(destination.Chat, Pacer.Chat, cancellationToken);
        await (destination.Kind switch
        {
            DestinationKind.Message => ReplyAsync(destination, type, content, uuid, cancellationToken),
            DestinationKind.Chat => api.SendToChatAsync(new SendRequest(destination.Id, type, content, uuid), cancellationToken),
            _ => api.SendToPersonAsync(new SendRequest(destination.Id, type, content, uuid), cancellationToken),
        });
    }

    private async Task<FeishuResponse<SentMessage>> ReplyAsync(
        Destination destination, string type, string content, string uuid, CancellationToken cancellationToken)
    {
        try
        {
            return await api.ReplyAsync(destination.Id, new ReplyRequest(type, content, uuid), cancellationToken);
        }
        catch (FeishuApiException exception) when (FeishuCodes.CannotBeRepliedTo(exception.Code))
        {
            return await api.SendToChatAsync(new SendRequest(destination.Chat, type, content, uuid), cancellationToken);
        }
    }

    /// <summary>For a message of which no more than the id is known.</summary>
    public Task SayAsync(string messageId, MessagePurpose purpose, string text, CancellationToken cancellationToken) =>
        api.ReplyAsync(messageId, new ReplyRequest("text", new TextMessage(text).ToJson(), Uuid(messageId, purpose)), cancellationToken);

    private async Task<string> ReplyAsync(Asked asked, string uuid, string type, string content, CancellationToken cancellationToken)
    {
        await pacer.WaitAsync(asked.ChatId, Pacer.Chat, cancellationToken);
        var reply = await ReplyAsync(Destination.InReplyTo(asked), type, content, uuid, cancellationToken);
        if (!asked.IsClick)
            receipts.Settle(asked.ReplyTo);
        return reply.Data!.MessageId;
    }

    /// <summary>The same for every attempt at the same message or click, at most 50 characters whatever its key looks like.</summary>
    public static string Uuid(string key, MessagePurpose purpose) =>
        $"{purpose.ToString().ToLowerInvariant()}-{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 18))}";
}
