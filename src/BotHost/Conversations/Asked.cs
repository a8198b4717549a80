namespace Wenlu.BotHost.Conversations;

/// <summary>What is being answered, and where: a message, or a click that asks.</summary>
/// <param name="Key">The message's id or the click's: whatever the answer leaves behind is found by it, and said once.</param>
/// <param name="ReplyTo">The message that the answer replies to; of a click the card's.</param>
/// <param name="Conversation">The chat, or the thread in it.</param>
internal sealed record Asked(string Key, string ReplyTo, string ChatId, string Conversation, string? AskerOpenId, bool IsDirect)
{
    /// <summary>No message in the chat says what was asked.</summary>
    public bool IsClick => Key != ReplyTo;

    /// <summary>When this only asks for other words: the key of what asked first.</summary>
    public string? Repeats { get; init; }

    /// <summary>What asked first. When that is taken back this is too, and they are one turn of the conversation.</summary>
    public string Origin => Repeats ?? Key;
}
