namespace Wenlu.BotHost.Llm;

/// <summary>The model answered, but with nothing that can be used: refused, filtered, empty or broken off.</summary>
internal sealed class UnusableAnswerException(string cause) : Exception(cause);

/// <summary>What a failed call means for the next one.</summary>
internal static class ModelTrouble
{
    /// <summary>A wait longer than this is an outage to the asker: the next model is tried instead.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    /// <summary>Worth the same call again. A model that was silent for its whole time is not: the asker has waited long enough.</summary>
    public static bool IsTransient(Exception exception) => exception is ModelCallException call
        && (call.IsConnectionLost || call.Status is 408 or 429 or >= 500)
        && !(call.RetryAfter > LongestWait);

    /// <summary>Another model may do better. Not with a question that was filtered or refused: that verdict stands.</summary>
    public static bool IsWorthAnotherModel(Exception exception) =>
        exception is not (OperationCanceledException or UnusableAnswerException or ModelCallException { IsFiltered: true });

    /// <summary>Says that the model itself is in trouble, as opposed to this question being unwelcome.</summary>
    public static bool IsOutage(Exception exception) =>
        exception is not (OperationCanceledException or UnusableAnswerException or ModelCallException { Status: 400 });

    /// <summary>A failure in the words of the log: a status, a cause of our own or a type, never a message of somebody else's.</summary>
    public static string Name(Exception exception) =>
        exception is ModelCallException or UnusableAnswerException ? exception.Message : exception.GetType().Name;
}
