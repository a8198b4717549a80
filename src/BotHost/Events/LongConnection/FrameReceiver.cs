using System.Diagnostics;
using Wenlu.BotHost.Operations;

namespace Wenlu.BotHost.Events.LongConnection;

/// <summary>What the webhook's route is for requests, this is for frames: the envelope in, what the platform is told out.</summary>
internal sealed partial class FrameReceiver(EventOpener opener, EventDispatcher dispatcher, ILogger<FrameReceiver> logger)
{
    public async Task<FrameAnswer> AnswerAsync(ReadOnlyMemory<byte> envelope)
    {
        using var activity = BotTelemetry.Activities.StartActivity(BotTelemetry.Spans.ReceiveEvent, ActivityKind.Consumer);
        try
        {
            // What has begun is finished even while we stop: the platform waits for its answer.
            return Answer(await dispatcher.DispatchAsync(Open(envelope), CancellationToken.None));
        }
        catch (Exception exception)
        {
            Log.Failed(logger, exception);
            return FrameAnswer.SendAgain;
        }
    }

    private Incoming Open(ReadOnlyMemory<byte> envelope)
    {
        var incoming = opener.OpenPlain(envelope);
        if (incoming is Incoming.Rejected { Rejection: var rejection })
            Log.Rejected(logger, envelope.Length, rejection, rejection.Explain());
        return incoming;
    }

    private static FrameAnswer Answer(EventAnswer answer) => answer switch
    {
        EventAnswer.Acknowledged => FrameAnswer.Done,
        EventAnswer.Told told => new FrameAnswer(FrameAnswer.Done.Code, told.Json),
        _ => FrameAnswer.SendAgain,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Rejected an event of {Length} bytes from the long connection ({Rejection}): {Reason}.")]
        public static partial void Rejected(ILogger logger, int length, Rejection rejection, string reason);

        [LoggerMessage(2, LogLevel.Error, "An event from the long connection could not be taken; the platform is asked to send it again.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
