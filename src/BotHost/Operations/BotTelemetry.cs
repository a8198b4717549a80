using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Wenlu.BotHost.Operations;

/// <summary>The one activity source and the one meter of the service, and the names of its spans.</summary>
internal static class BotTelemetry
{
    public const string Name = "Wenlu";

    public static readonly ActivitySource Activities = new(Name);

    public static class Spans
    {
        public const string ReceiveEvent = "feishu.event.receive";
        public const string HandleEntry = "inbox.entry.handle";
        public const string Answer = "answer";
        public const string Search = "retrieval.search";
        public const string FinishCard = "feishu.card.finish";
    }

    public static Meter CreateMeter(IMeterFactory meters) => meters.Create(Name);
}
