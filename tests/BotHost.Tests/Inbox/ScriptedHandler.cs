using System.Collections.Concurrent;
using Wenlu.BotHost.Inbox;

namespace Wenlu.BotHost.Tests.Inbox;

/// <summary>A handler that does what the test says, and remembers what it was asked.</summary>
internal sealed class ScriptedHandler : IEntryHandler
{
    public Func<Claim, CancellationToken, Task> Does { get; set; } = (_, _) => Task.CompletedTask;

    public Func<Claim, Task> GivesUp { get; set; } = _ => Task.CompletedTask;

    public ConcurrentQueue<Claim> Handled { get; } = new();

    public ConcurrentQueue<(Claim Claim, string Cause)> GivenUp { get; } = new();

    public Task HandleAsync(Claim claim, CancellationToken cancellationToken)
    {
        Handled.Enqueue(claim);
        return Does(claim, cancellationToken);
    }

    public Task GiveUpAsync(Claim claim, string cause, CancellationToken cancellationToken)
    {
        GivenUp.Enqueue((claim, cause));
        return GivesUp(claim).WaitAsync(cancellationToken);
    }
}
