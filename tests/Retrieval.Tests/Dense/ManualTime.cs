namespace Wenlu.Retrieval.Tests.Dense;

/// <summary>A clock that a test sets; timers run as ever.</summary>
internal sealed class ManualTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

    public override DateTimeOffset GetUtcNow() => Now;
}
