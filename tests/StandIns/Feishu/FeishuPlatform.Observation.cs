using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu;

/// <summary>What a test can see: chats as people see them, cards with their history, every call.</summary>
public sealed partial class FeishuPlatform
{
    /// <summary>Requests that no correct bot sends, and cards that are written wrongly. Limits that were met are not among them.</summary>
    public IReadOnlyList<string> Violations => Read(() => findings.Violations.ToList());

    /// <summary>Every mention in a card or a text that was ever sent: a text of unknown origin must never contain one.</summary>
    public IReadOnlyList<string> Mentions => Read(() => findings.Mentions.ToList());

    public IReadOnlyList<RecordedCall> Calls => Read(() => calls.ToList());

    /// <summary>All messages of all chats, of people and of the bot, in order.</summary>
    public IReadOnlyList<SentMessage> Messages => Read(() => messages.Messages.ToList());

    public IReadOnlyList<CardEntity> Cards => Read(() => cards.Cards.Values.ToList());

    /// <summary>All reactions of the bot, those it has taken away again too.</summary>
    public IReadOnlyList<SentReaction> Reactions => Read(() => reactions.Reactions.ToList());

    public int TokenRequests => Read(() => tokens.Requests);

    public int TokensIssued => Read(() => tokens.Issued);

    public IReadOnlyList<SentMessage> SeenIn(string chatId) =>
        [.. Messages.Where(message => message.ChatId == chatId && !message.Recalled)];

    public IReadOnlyList<SentMessage> RepliesTo(string messageId) =>
        [.. Messages.Where(message => message.FromBot && message.ParentId == messageId)];

    /// <summary>The first reply to this message that was not handed out before.</summary>
    public Task<SentMessage> NextReplyAsync(string messageId, TimeSpan? timeout = null) =>
        WaitForAsync(() => messages.Messages.FirstOrDefault(message => IsNewReply(message, messageId)), $"a reply to {messageId}", timeout);

    /// <summary>The reply to this message once its card is finished.</summary>
    public Task<FinishedCard> CardFinishedAsync(string messageId, TimeSpan? timeout = null) =>
        WaitForAsync(() => FindFinished(messageId), $"a finished card for {messageId}", timeout);

    /// <summary>All cards that answer this message and are finished: a correct bot leaves exactly one.</summary>
    public IReadOnlyList<FinishedCard> FinishedCards(string messageId) => Read(() => Finished(messageId).ToList());

    /// <summary>The card of a message as it stands now, finished or not.</summary>
    public FinishedCard CardNow(string messageId) => Read(() => AsShown(messages.Messages.Single(message => message.MessageId == messageId)));

    /// <summary>The connection of this number, counted from 1, once there is one.</summary>
    public Task<PlatformConnection> ConnectedAsync(int number, TimeSpan? timeout = null) =>
        WaitForAsync(() => Connections.All.ElementAtOrDefault(number - 1), $"long connection {number}", timeout ?? TimeSpan.FromSeconds(20));

    /// <summary>Waits until something on the platform is as described; looks again after every call.</summary>
    public async Task<T> WaitForAsync<T>(Func<T?> look, string description, TimeSpan? timeout = null)
        where T : class
    {
        var deadline = Task.Delay(timeout ?? TimeSpan.FromSeconds(10));
        while (true)
        {
            var next = Volatile.Read(ref changed).Task;
            if (Read(look) is { } found) return found;
            if (await Task.WhenAny(next, deadline) == deadline) throw NotSeen(description);
        }
    }

    private bool IsNewReply(SentMessage message, string messageId) =>
        message.FromBot && message.ParentId == messageId && repliesSeen.Add(message.MessageId);

    private FinishedCard? FindFinished(string messageId) => Finished(messageId).FirstOrDefault();

    private IEnumerable<FinishedCard> Finished(string messageId) =>
        messages.Messages
            .Where(message => message is { FromBot: true, MessageType: "interactive" } && message.ParentId == messageId)
            .Select(AsShown)
            .Where(FinishedCard.IsFinished);

    private FinishedCard AsShown(SentMessage message)
    {
        var entity = message.CardId is null ? null : cards.Cards[message.CardId];
        return new FinishedCard(message, entity?.Json ?? (JsonObject)JsonNode.Parse(message.Content)!, entity);
    }

    private TimeoutException NotSeen(string description)
    {
        var lines = Calls.TakeLast(20).Select(call => call.ToString()).Concat(Violations);
        return new TimeoutException($"The platform did not see {description}. Its last calls:\n{string.Join('\n', lines)}");
    }

    private T Read<T>(Func<T> read)
    {
        lock (gate) return read();
    }
}
