using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu;

/// <summary>How an event fared: whether a 200 came, after how many attempts, and the last answer.</summary>
public sealed record Delivery(bool Accepted, int Attempts, int LastStatus, string LastBody);

/// <summary>
/// The platform's pushing side: encrypts, signs, posts, and sends again what was not answered with 200. The client's base
/// address is the bot; with a platform, a message is in its chat before the bot hears of it. By long connection the same events
/// take the other way, plain and without a token.
/// </summary>
public sealed class FeishuDelivery(HttpClient bot, FeishuPlatformOptions app, FeishuPlatform? platform = null) : IDisposable
{
    public const string EventsPath = "/feishu/events";
    public const string CallbacksPath = "/feishu/callbacks";
    private const int MaxAttempts = 5;

    public FeishuDelivery(Uri bot, FeishuPlatform platform)
        : this(new HttpClient { BaseAddress = bot, Timeout = TimeSpan.FromSeconds(3) }, platform.Options, platform)
    {
    }

    /// <summary>The waits before each of the four repetitions; the real ones are 15 s, 5 min, 1 h and 6 h.</summary>
    public IReadOnlyList<TimeSpan> Retries { get; init; } =
        [TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)];

    /// <summary>The other way; null: by webhook.</summary>
    public ConnectionDesk? Connections { get; init; }

    public Task<Delivery> SendAsync(AMessage message) => SendAsync(message.ToEvent(app));

    /// <summary>At least once, in the worst way: the same event again although it was accepted.</summary>
    public async Task<Delivery> SendTwiceAsync(AMessage message)
    {
        var envelope = message.ToEvent(app);
        await SendAsync(envelope);
        return await SendAsync(envelope);
    }

    /// <summary>Until the bot answers 200, at most five times, as the platform does it.</summary>
    public async Task<Delivery> SendAsync(JsonObject envelope, string path = EventsPath)
    {
        platform?.Take(envelope);
        for (var attempt = 1; ; attempt++)
        {
            var (status, body) = await TryPostAsync(envelope, path);
            if (status == 200 || attempt == MaxAttempts) return new Delivery(status == 200, attempt, status, body);
            await Task.Delay(Retries[attempt - 1]);
        }
    }

    /// <summary>The person takes the message back: it is gone from its chat before the bot hears of it, be it before the message itself.</summary>
    public Task<Delivery> RecallAsync(AMessage message)
    {
        platform?.Take(message.ToEvent(app));
        platform?.RecallMessage(message.MessageId);
        return SendAsync(message.ToRecall(app));
    }

    /// <summary>A callback is never repeated; its answer is what the person sees.</summary>
    public Task<HttpResponseMessage> ClickAsync(ACardAction action, string path = CallbacksPath) => PostAsync(action.ToCallback(app), path);

    public Task<HttpResponseMessage> ChallengeAsync(string challenge, string path = EventsPath) =>
        PostAsync(Envelope.Challenge(app, challenge), path);

    /// <summary>One attempt, its answer as it is.</summary>
    public Task<HttpResponseMessage> PostAsync(JsonObject envelope, string path = EventsPath)
    {
        platform?.Take(envelope);
        return PostOnceAsync(envelope, path);
    }

    public async Task<HttpResponseMessage> PostAsync(Sealed request, string path = EventsPath)
    {
        using var message = request.ToRequest(path);
        return await bot.SendAsync(message);
    }

    public void Dispose() => bot.Dispose();

    private Task<HttpResponseMessage> PostOnceAsync(JsonObject envelope, string path) =>
        Connections is null ? PostAsync(Sealed.From(envelope, app), path) : PushAsync(Connections, envelope);

    private static async Task<HttpResponseMessage> PushAsync(ConnectionDesk connections, JsonObject envelope)
    {
        var answer = await connections.PushAsync(envelope);
        return new HttpResponseMessage((HttpStatusCode)answer.Code) { Content = new StringContent(answer.Body, Encoding.UTF8, "application/json") };
    }

    private async Task<(int Status, string Body)> TryPostAsync(JsonObject envelope, string path)
    {
        try
        {
            using var response = await PostOnceAsync(envelope, path);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return (0, exception.Message);
        }
    }
}
