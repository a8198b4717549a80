using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Wenlu.StandIns.Feishu;

/// <summary>
/// Long connections: gives an address to whoever shows the app's secret, takes each address once, and pushes every event to one
/// connection that chance picks.
/// </summary>
public sealed class ConnectionDesk
{
    public const string DiscoveryPath = "/callback/ws/endpoint";
    public const string SocketPath = "/ws/v2";
    private const int MaxConnections = 50;

    private readonly FeishuPlatformOptions options;
    private readonly Action<string> find;
    private readonly Action changed;
    private readonly ConcurrentDictionary<string, int> tickets = new();
    private readonly ConcurrentQueue<HandshakeRefusal> refusals = new();
    private readonly List<PlatformConnection> connections = [];
    private long sequence = 6;
    private int late;

    internal ConnectionDesk(FeishuPlatformOptions options, Action<string> find, Action changed) =>
        (this.options, this.find, this.changed) = (options, find, changed);

    /// <summary>Told with every address and every pong; seconds.</summary>
    public ClientConfig Config { get; set; } = new(-1, 120, 30, 120);

    public bool AnswersPings { get; set; } = true;

    /// <summary>The type that callbacks come under: current clients meet both.</summary>
    public string CallbackType { get; set; } = "card";

    /// <summary>How the next events are cut and sent; null: in one frame.</summary>
    public Fragments? Fragments { get; set; }

    /// <summary>Every connection there ever was.</summary>
    public IReadOnlyList<PlatformConnection> All
    {
        get
        {
            lock (connections) return [.. connections];
        }
    }

    public IReadOnlyList<PlatformConnection> Open => [.. All.Where(connection => connection.IsOpen)];

    /// <summary>Acknowledgements after the deadline: the event was then sent again for nothing.</summary>
    public int LateAcknowledgements => Volatile.Read(ref late);

    /// <summary>The next handshake is answered with this instead of a connection.</summary>
    public void RefuseNextHandshake(int status, string message, int? cause = null) => refusals.Enqueue(new HandshakeRefusal(status, message, cause));

    /// <summary>To one of the open connections. Throws when none acknowledges in time.</summary>
    public Task<PushAnswer> PushAsync(JsonObject envelope)
    {
        var open = Open;
        if (open.Count == 0) throw new HttpRequestException("no client is connected");
        return PushAsync(open[Random.Shared.Next(open.Count)], envelope);
    }

    public Task<PushAnswer> PushAsync(PlatformConnection connection, JsonObject envelope)
    {
        var isCallback = Checks.String(envelope["header"]?["event_type"]) == "card.action.trigger";
        return connection.PushAsync(Frames(envelope, isCallback), isCallback, options.AcknowledgementDeadline);
    }

    /// <summary>The answer to the question for an address.</summary>
    internal JsonObject Discover(Call call, Uri baseUrl)
    {
        call.AllowQuery();
        call.AllowMembers("AppID", "AppSecret");
        if (call.Authorization.Length > 0) throw Refusal.BadRequest("an address is asked for without a token");
        if (call.Header("locale") != "zh") throw Refusal.BadRequest("the header locale is missing");
        if (call.Text("AppID") != options.AppId || call.Text("AppSecret") != options.AppSecret) throw new Refusal(514, "auth failed", 200);
        if (Open.Count >= MaxConnections) throw new Refusal(1000040350, "connection limit exceeded", 200);
        var (ticket, service) = (Guid.NewGuid().ToString("N"), Random.Shared.Next(33554432, 67108864));
        tickets[ticket] = service;
        return new JsonObject
        {
            ["URL"] = $"ws://{baseUrl.Authority}{SocketPath}?fpid=1&aid=2&device_id=74{service}&access_key=k&service_id={service}&ticket={ticket}",
            ["ClientConfig"] = Config.ToJson(),
        };
    }

    internal async Task AcceptAsync(HttpContext http)
    {
        if (refusals.TryDequeue(out var refusal))
        {
            refusal.Write(http.Response);
            return;
        }

        if (!http.WebSockets.IsWebSocketRequest || !tickets.TryRemove(http.Request.Query["ticket"].ToString(), out var service))
        {
            Find("a connection without a fresh ticket");
            new HandshakeRefusal(514, "bad ticket", null).Write(http.Response);
            return;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        using var connection = new PlatformConnection(socket, service, this);
        lock (connections) connections.Add(connection);
        changed();
        await connection.ServeAsync();
        changed();
    }

    internal void Find(string violation) => find($"long connection: {violation}");

    internal void Heard() => changed();

    internal void CameLate() => Interlocked.Increment(ref late);

    internal string? PongPayload() => Config.ToJson().ToCompactJson();

    internal async Task<bool> TakeLeaveAsync(WebSocket socket)
    {
        if (socket.State == WebSocketState.CloseReceived) await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        if (socket.CloseStatus == WebSocketCloseStatus.NormalClosure) return true;
        Find($"the client closed with {socket.CloseStatus}");
        return false;
    }

    internal void BreakAll()
    {
        foreach (var connection in Open) connection.Break();
    }

    private List<WireFrame> Frames(JsonObject envelope, bool isCallback)
    {
        var plain = (JsonObject)envelope.DeepClone();
        // No token comes this way: who is connected has shown the secret.
        if (plain["header"] is JsonObject header) header["token"] = "";
        var payload = Encoding.UTF8.GetBytes(plain.ToCompactJson());
        var (id, log) = (Guid.NewGuid().ToString(), (ulong)Random.Shared.NextInt64());
        var parts = (Fragments ?? new Fragments(1)).Cut(payload);
        return [.. parts.Select(part => Frame(part, parts.Count, id, log, isCallback ? CallbackType : "event"))];
    }

    private WireFrame Frame((int Seq, byte[] Bytes) part, int sum, string id, ulong log, string type) => new(
        (ulong)Interlocked.Increment(ref sequence), log, 0, 1,
        [
            new("type", type), new("message_id", id), new("sum", $"{sum}"), new("seq", $"{part.Seq}"), new("trace_id", $"{log:x16}"),
            new("timestamp", options.Time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)), new("instance_id", "i-7"),
        ])
    {
        Payload = part.Bytes,
        PayloadEncoding = log % 2 == 0 ? "gzip-none" : null,
        PayloadType = log % 3 == 0 ? "json" : null,
        NewLogId = log % 2 == 1 ? $"{log:x16}" : null,
    };

    private sealed record HandshakeRefusal(int Status, string Message, int? Cause)
    {
        public void Write(HttpResponse response)
        {
            response.StatusCode = StatusCodes.Status403Forbidden;
            response.Headers["Handshake-Status"] = $"{Status}";
            response.Headers["Handshake-Msg"] = Message;
            if (Cause is { } cause) response.Headers["Handshake-Autherrcode"] = $"{cause}";
        }
    }
}

/// <summary>All times in seconds.</summary>
public sealed record ClientConfig(int ReconnectCount, int ReconnectInterval, int ReconnectNonce, int PingInterval)
{
    internal JsonObject ToJson() => new()
    {
        [nameof(ReconnectCount)] = ReconnectCount,
        [nameof(ReconnectInterval)] = ReconnectInterval,
        [nameof(ReconnectNonce)] = ReconnectNonce,
        [nameof(PingInterval)] = PingInterval,
    };
}

/// <summary>Into how many frames an event is cut, and whether they come in order; the one that comes last completes it.</summary>
public sealed record Fragments(int Count, bool Shuffled = false)
{
    internal List<(int Seq, byte[] Bytes)> Cut(byte[] payload)
    {
        var size = (payload.Length + Count - 1) / Count;
        var parts = payload.Chunk(size).Select((bytes, seq) => (seq, bytes)).ToArray();
        if (Shuffled) Random.Shared.Shuffle(parts);
        return [.. parts];
    }
}
