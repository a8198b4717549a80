using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Events;
using Wenlu.BotHost.Inbox;

namespace Wenlu.BotHost.Welcome;

/// <summary>Handles an event without a message. Nobody waits for an answer to it, so giving up is silent.</summary>
internal abstract class ChatEventHandler : IEventHandler
{
    public abstract string Type { get; }

    public Task HandleAsync(Claim claim, CancellationToken cancellationToken) =>
        HandleAsync(claim.Entry.Id, ChatEvent.Read(claim.Entry.Payload), cancellationToken);

    public Task GiveUpAsync(Claim claim, string cause, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <param name="id">The entry's: the same for every attempt at this event.</param>
    protected abstract Task HandleAsync(string id, ChatEvent happened, CancellationToken cancellationToken);
}
