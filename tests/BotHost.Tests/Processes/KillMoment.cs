namespace Wenlu.BotHost.Tests.Processes;

/// <summary>Where a process is when it is killed; each is followed by a random pause of a few milliseconds.</summary>
internal enum KillMoment
{
    StartingUp,
    Acknowledging,
    CreatingTheCard,
    SendingTheCard,
    Streaming,
    Finishing,
    AnyTime,
}
