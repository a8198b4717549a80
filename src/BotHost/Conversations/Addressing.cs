using Wenlu.BotHost.Messages;

namespace Wenlu.BotHost.Conversations;

internal enum Addressee
{
    /// <summary>Said to this bot.</summary>
    Us,

    /// <summary>Said to others, or by a bot.</summary>
    Others,

    /// <summary>A group's message mentions somebody, and who this bot is is not known yet.</summary>
    Unknown,
}

/// <summary>The bot speaks when spoken to: directly, or by its own open_id among the mentions. Nothing else counts.</summary>
internal static class Addressing
{
    /// <param name="ourIds">The open_ids of this bot that are known.</param>
    /// <param name="isKnown">Whether the platform has told its own one yet; until then a mention that is not known may be it.</param>
    public static Addressee Of(IncomingMessage message, IReadOnlySet<string> ourIds, bool isKnown) => message switch
    {
        { Sender.IsPerson: false } => Addressee.Others,
        { IsDirect: true } => Addressee.Us,
        _ when Named(message).Any(ourIds.Contains) => Addressee.Us,
        _ when !isKnown && Named(message).Any() => Addressee.Unknown,
        _ => Addressee.Others,
    };

    private static IEnumerable<string> Named(IncomingMessage message) =>
        message.Mentions.Where(mention => mention.Key != Mention.Everybody).Select(mention => mention.OpenId ?? string.Empty);
}
