using System.Text.Json;
using Google.Protobuf;

namespace Wenlu.BotHost.Events.LongConnection;

/// <summary>How the platform wants to be connected to; it says so with the address, and again in any pong. The defaults are its own.</summary>
/// <param name="ReconnectCount">Tries after a loss; negative: without end.</param>
internal sealed record ConnectionSettings(int ReconnectCount, TimeSpan ReconnectInterval, TimeSpan ReconnectNonce, TimeSpan PingInterval)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public static readonly ConnectionSettings Default = new(-1, TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2));

    /// <summary>What is not told, or cannot be meant, stays as it was.</summary>
    public ConnectionSettings With(ClientConfig? told) => told is null ? this : new(
        told.ReconnectCount ?? ReconnectCount,
        Seconds(told.ReconnectInterval, 1) ?? ReconnectInterval,
        Seconds(told.ReconnectNonce, 0) ?? ReconnectNonce,
        Seconds(told.PingInterval, 1) ?? PingInterval);

    /// <summary>A pong without a text tells nothing, and neither does one with a text that is not understood.</summary>
    public ConnectionSettings WithPong(ByteString payload)
    {
        try
        {
            return payload.IsEmpty ? this : With(JsonSerializer.Deserialize(payload.Span, EndpointJson.Default.ClientConfig));
        }
        catch (JsonException)
        {
            return this;
        }
    }

    private static TimeSpan? Seconds(int? told, int least) =>
        told >= least ? TimeSpan.FromSeconds(Math.Min(told.Value, Longest.TotalSeconds)) : null;
}
