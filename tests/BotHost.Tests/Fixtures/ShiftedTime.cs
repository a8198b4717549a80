namespace Wenlu.BotHost.Tests.Fixtures;

/// <summary>A clock that goes on from another moment.</summary>
internal sealed class ShiftedTime(DateTimeOffset now) : TimeProvider
{
    private readonly TimeSpan shift = now - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
}
