namespace Wenlu.BotHost.Inbox;

/// <summary>Does the work of an entry. It may run again after a crash, so it continues from the progress it saved.</summary>
internal interface IEntryHandler
{
    /// <param name="claim">The entry and its lease.</param>
    /// <param name="cancellationToken">Cancelled when the lease is lost or the host stops.</param>
    Task HandleAsync(Claim claim, CancellationToken cancellationToken);

    /// <summary>
    /// The last attempt failed: tells the asker. The worker parks the entry afterwards, or calls again later after a
    /// <see cref="DeferEntryException"/>.
    /// </summary>
    Task GiveUpAsync(Claim claim, string cause, CancellationToken cancellationToken);
}

/// <summary>Thrown by a handler: try again later, and do not count this as an attempt.</summary>
internal sealed class DeferEntryException(TimeSpan delay, string reason) : Exception(reason)
{
    public TimeSpan Delay => delay;
}

/// <summary>Thrown by a handler: this can never work.</summary>
internal sealed class PoisonEntryException(string message, Exception? inner = null) : Exception(message, inner);
