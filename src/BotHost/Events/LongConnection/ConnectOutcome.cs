using System.Net.WebSockets;

namespace Wenlu.BotHost.Events.LongConnection;

/// <summary>What became of an attempt to connect.</summary>
internal abstract record ConnectOutcome
{
    private ConnectOutcome()
    {
    }

    public sealed record Opened(WebSocket Socket, ConnectionAddress Address) : ConnectOutcome;

    /// <summary>The next try may succeed.</summary>
    public sealed record Failed(string Reason) : ConnectOutcome;

    /// <summary>The app has all the connections it may have; trying soon again helps nobody.</summary>
    public sealed record Crowded : ConnectOutcome;

    /// <summary>No try will ever succeed. A setting that is wrong must be put right, and then the service started again.</summary>
    public sealed record Refused(Bilingual Sentence, bool IsSetting) : ConnectOutcome;
}

/// <summary>Where to connect to, once: the address is to be handed back as it came, and contains a ticket.</summary>
/// <param name="Device">The connection's name, for logs.</param>
/// <param name="Service">Stands in every ping.</param>
internal sealed record ConnectionAddress(Uri Url, string Device, int Service, ConnectionSettings Settings);
