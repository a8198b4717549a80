using System.Diagnostics;
using System.Text.Json;
using Wenlu.BotHost.Operations;

namespace Wenlu.BotHost.Events;

/// <summary>Has each event taken care of and says what to tell the platform; how it came, by webhook or long connection, is forgotten here.</summary>
internal sealed class EventDispatcher(EventReceiver receiver, BotMetrics metrics)
{
    private static readonly EventAnswer Acknowledged = new EventAnswer.Acknowledged();
    private static readonly EventAnswer SendAgain = new EventAnswer.SendAgain();

    public async Task<EventAnswer> DispatchAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        switch (incoming)
        {
            case Incoming.Challenge challenge:
                return new EventAnswer.Told(JsonSerializer.SerializeToUtf8Bytes(new ChallengeAnswer(challenge.Value), EventJson.Default.ChallengeAnswer));
            case Incoming.Kept kept:
                return await receiver.KeepAsync(kept) ? Acknowledged : SendAgain;
            case Incoming.Recall recall:
                return await receiver.RecallAsync(recall) ? Acknowledged : SendAgain;
            case Incoming.Click click:
                var reply = await receiver.AnswerAsync(click.Action, cancellationToken);
                return new EventAnswer.Told(JsonSerializer.SerializeToUtf8Bytes(CallbackAnswer.From(reply), EventJson.Default.CallbackAnswer));
            case Incoming.Other other:
                receiver.Ignore(other);
                return Acknowledged;
            case Incoming.Rejected rejected:
                metrics.EventRejected(rejected.Rejection.ToString());
                return new EventAnswer.Rejected(rejected.Rejection);
            default:
                throw new UnreachableException();
        }
    }
}
