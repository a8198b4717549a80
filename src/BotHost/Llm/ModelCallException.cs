using System.ClientModel;

namespace Wenlu.BotHost.Llm;

/// <summary>
/// A call that failed: how, and never what was answered, for that may repeat the key or the question. The exception it stands
/// for is not kept, so that nothing that logs or traces this one can let it out.
/// </summary>
internal sealed class ModelCallException : Exception
{
    private ModelCallException(string failure, int status)
        : base(failure) => Status = status;

    /// <summary>The HTTP status; 0 when no answer came at all.</summary>
    public int Status { get; }

    /// <summary>How long the endpoint asks to be left alone.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>Whether the question itself was turned down.</summary>
    public bool IsFiltered { get; private init; }

    public bool IsConnectionLost { get; private init; }

    public static ModelCallException ErrorEvent() => new("error event", 0) { IsConnectionLost = true };

    public static ModelCallException From(Exception exception, DateTimeOffset now) => exception switch
    {
        ClientResultException { Status: > 0 and var status } answered => new($"HTTP {status}", status)
        {
            RetryAfter = Llm.RetryAfter.Read(answered.GetRawResponse()?.Headers, now),
            IsFiltered = status == 400 && answered.Message.Contains("content_filter", StringComparison.Ordinal),
        },
        ClientResultException or HttpRequestException or IOException => new(exception.GetType().Name, 0) { IsConnectionLost = true },
        _ => new(exception.GetType().Name, 0),
    };
}
