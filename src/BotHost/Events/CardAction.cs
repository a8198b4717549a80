using System.Text.Json;

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
}

/// <summary>What the person who clicked sees; nothing at all without a toast.</summary>
internal sealed record CardActionReply(string? ToastType, Bilingual? Toast);

/// <summary>Answers a click. The platform waits three seconds, so only what fits is done here.</summary>
internal interface ICardActionHandler
{
    Task<CardActionReply> HandleAsync(CardAction action, CancellationToken cancellationToken);
}
