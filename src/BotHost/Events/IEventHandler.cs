using Wenlu.BotHost.Inbox;

namespace Wenlu.BotHost.Events;

/// <summary>Handles the inbox's entries of one type of event.</summary>
internal interface IEventHandler
{
    /// <summary>One of <see cref="EventTypes"/>.</summary>
    string Type { get; }

    /// <inheritdoc cref="IEntryHandler.HandleAsync"/>
    Task HandleAsync(Claim claim, CancellationToken cancellationToken);

    /// <inheritdoc cref="IEntryHandler.GiveUpAsync"/>
    Task GiveUpAsync(Claim claim, string cause, CancellationToken cancellationToken);
}
