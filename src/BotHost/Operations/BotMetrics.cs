using System.Diagnostics.Metrics;

namespace Wenlu.BotHost.Operations;

/// <summary>What is counted, as verbs. Instruments keep the names of their metric; tags stay few and closed.</summary>
internal sealed class BotMetrics
{
    private readonly Counter<long> eventsReceived;
    private readonly Counter<long> eventsRejected;
    private readonly Counter<long> entriesFinished;
    private readonly Counter<long> answers;
    private readonly Histogram<double> answerSeconds;
    private readonly Counter<long> feedback;
    private readonly Counter<long> platformCalls;
    private readonly Counter<long> answerPlans;
    private readonly Counter<long> connectionsOpened;
    private readonly Counter<long> frames;

    public BotMetrics(IMeterFactory meters)
    {
        var meter = BotTelemetry.CreateMeter(meters);
        eventsReceived = meter.CreateCounter<long>("wenlu.events.received", description: "Verified events by type and by what became of them.");
        eventsRejected = meter.CreateCounter<long>("wenlu.events.rejected", description: "Requests that were not acceptable events, by reason.");
        entriesFinished = meter.CreateCounter<long>("wenlu.inbox.entries", description: "Inbox entries by outcome of an attempt: completed, retried, deferred, parked, expired, lost.");
        answers = meter.CreateCounter<long>("wenlu.answers", description: "Finished answers by outcome.");
        answerSeconds = meter.CreateHistogram<double>("wenlu.answer.duration", "s", "From the claim of a question to its finished card or response.");
        feedback = meter.CreateCounter<long>("wenlu.feedback", description: "Votes on answers.");
        platformCalls = meter.CreateCounter<long>("wenlu.feishu.calls", description: "Calls to the platform by operation and result code.");
        answerPlans = meter.CreateCounter<long>("wenlu.answers.planned", description: "Answers by what they may cost: streamed, still, single, or postponed since no call is left.");
        connectionsOpened = meter.CreateCounter<long>("wenlu.connection.opened", description: "Long connections that were opened; all but the first are reconnects.");
        frames = meter.CreateCounter<long>("wenlu.connection.frames", description: "Frames of the long connection by direction and type.");
    }

    public void EventReceived(string type, string outcome) => eventsReceived.Add(1, new("type", type), new("outcome", outcome));

    public void EventRejected(string reason) => eventsRejected.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public void EntryFinished(string outcome) => entriesFinished.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void AnswerFinished(string outcome, TimeSpan duration)
    {
        answers.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
        answerSeconds.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));
    }

    public void FeedbackGiven(string vote) => feedback.Add(1, new KeyValuePair<string, object?>("vote", vote));

    public void PlatformCalled(string operation, int code) => platformCalls.Add(1, new("operation", operation), new("code", code));

    public void AnswerPlanned(string form) => answerPlans.Add(1, new KeyValuePair<string, object?>("form", form));
    public void ConnectionOpened() => connectionsOpened.Add(1);

    public void FrameReceived(string type) => frames.Add(1, new("direction", "in"), new("type", type));

    public void FrameSent(string type) => frames.Add(1, new("direction", "out"), new("type", type));
}
