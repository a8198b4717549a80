using System.Diagnostics.Metrics;
using Wenlu.BotHost.Operations;

namespace Wenlu.BotHost.Events.LongConnection;

/// <summary>Whether the platform can reach us just now; null, and a sentence, when it never will again.</summary>
internal sealed class LongConnectionState
{
    private volatile bool isOpen;
    private volatile string? end;

    public LongConnectionState(IMeterFactory meters) => BotTelemetry.CreateMeter(meters).CreateObservableGauge(
        "wenlu.connection.open", () => isOpen ? 1 : 0, description: "1 while the long connection to the platform is open.");

    public bool IsOpen => isOpen;

    /// <summary>Why there will be no connection any more.</summary>
    public string? End => end;

    public void Opened() => isOpen = true;

    public void Lost() => isOpen = false;

    public void Ended(string why) => end = why;
}
