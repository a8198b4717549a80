namespace Wenlu.BotHost.Events;

/// <summary>What the platform is told, whichever way its event came.</summary>
internal abstract record EventAnswer
{
    private EventAnswer()
    {
    }

    /// <summary>Kept, or of no interest: never again, please.</summary>
    public sealed record Acknowledged : EventAnswer;

    /// <summary>The answer itself matters: to a click, or to the question whether this address is ours.</summary>
    public sealed record Told(byte[] Json) : EventAnswer;

    /// <summary>It could not be kept.</summary>
    public sealed record SendAgain : EventAnswer;

    public sealed record Rejected(Rejection Rejection) : EventAnswer;
}
