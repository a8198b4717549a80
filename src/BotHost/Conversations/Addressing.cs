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
    public const string Everybody = "@_all";

    public static Addressee Of(IncomingMessage message, string? botOpenId) => message switch
    {
        { Sender.IsPerson: false } => Addressee.Others,
        { IsDirect: true } => Addressee.Us,
        _ when !message.Mentions.Any(mention => mention.Key != Everybody) => Addressee.Others,
        _ when botOpenId is null => Addressee.Unknown,
        _ => message.Mentions.Any(mention => mention.Key != Everybody && mention.OpenId == botOpenId) ? Addressee.Us : Addressee.Others,
    };
}
