using System.Text.Json;
using Wenlu.BotHost.Cards;

namespace Wenlu.BotHost.Events;

/// <summary>
/// A click on a card, or a form sent from one. Its value is what the component carried: an object, if the card was built rightly.
/// </summary>
/// <seealso href="https://open.feishu.cn/document/feishu-cards/card-callback-communication"/>
internal sealed record CardAction(
    string EventId,
    string OperatorOpenId,
    string? OperatorTenantKey,
    JsonElement Value,
    JsonElement? FormValue,
    string? MessageId,
    string? ChatId)
{
    /// <summary>The callback as it arrived, for the inbox: what a click asks for is done as durably as what a message asks for.</summary>
    public required string Envelope { get; init; }

    /// <summary>The tenant the app lives in; who clicks from another tenant is an outsider.</summary>
    public string? AppTenant { get; init; }

    public bool IsByOutsider => AppTenant is not null && OperatorTenantKey is not null && OperatorTenantKey != AppTenant;
}

/// <summary>What the person who clicked sees.</summary>
internal sealed record CardActionReply(string ToastType, Bilingual Toast)
{
    /// <summary>Takes the place of the card that was clicked, for everybody; the platform takes none for a card that streams.</summary>
    public Card? Card { get; init; }

    /// <summary>The card's: for a client that is set to neither of ours.</summary>
    public Language Language { get; init; }

    public static CardActionReply Done(Bilingual toast) => new("success", toast);

    /// <summary>Nothing was done.</summary>
    public static CardActionReply Refused(Bilingual toast) => new("info", toast);

    public static CardActionReply Failed(Bilingual toast) => new("error", toast);
}

/// <summary>Answers a click. The platform waits three seconds, so only what fits is done here.</summary>
internal interface ICardActionHandler
{
    Task<CardActionReply> HandleAsync(CardAction action, CancellationToken cancellationToken);
}
