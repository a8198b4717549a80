using System.Text.Json;
using Refit;
using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Messages;

internal enum ResourceOutcome
{
    Fetched,
    TooLarge,

    /// <summary>Deleted, no permission, or the platform is away.</summary>
    Unavailable,
}

internal readonly record struct Resource(ResourceOutcome Outcome, byte[] Content);

/// <summary>Fetches the pictures and files of messages, never more of one than is allowed.</summary>
internal sealed partial class MessageResources(IFeishuApi api, TimeProvider time, ILogger<MessageResources> logger)
{
    /// <summary>For the content; that an answer begins at all has the limits of every other call.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public Task<Resource> FetchImageAsync(string messageId, string key, long mostBytes, CancellationToken cancellationToken) =>
        FetchAsync(messageId, key, "image", mostBytes, cancellationToken);

    public Task<Resource> FetchFileAsync(string messageId, string key, long mostBytes, CancellationToken cancellationToken) =>
        FetchAsync(messageId, key, "file", mostBytes, cancellationToken);

    private async Task<Resource> FetchAsync(string messageId, string key, string type, long mostBytes, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var response = await api.GetResourceAsync(messageId, key, type, either.Token);
            return response.Content.Headers.ContentLength > mostBytes ? TooLarge : await ReadAsync(response.Content, mostBytes, either.Token);
        }
        catch (FeishuApiException exception) when (exception.Code == FeishuCodes.ResourceTooLarge)
        {
            return TooLarge;
        }
        catch (Exception exception) when (IsAbsence(exception) && !cancellationToken.IsCancellationRequested)
        {
            Log.NotFetched(logger, type, messageId, exception.Message);
            return new Resource(ResourceOutcome.Unavailable, []);
        }
    }

    private static Resource TooLarge => new(ResourceOutcome.TooLarge, []);

    private static async Task<Resource> ReadAsync(HttpContent content, long mostBytes, CancellationToken cancellationToken)
    {
        await using var source = await content.ReadAsStreamAsync(cancellationToken);
        using var copy = new MemoryStream();
        var part = new byte[81_920];
        for (int read; (read = await source.ReadAsync(part, cancellationToken)) > 0;)
        {
            if (copy.Length + read > mostBytes)
                return TooLarge;
            copy.Write(part, 0, read);
        }

        return new Resource(ResourceOutcome.Fetched, copy.ToArray());
    }

    private static bool IsAbsence(Exception exception) =>
        exception is FeishuApiException { IsRateLimit: false } or ApiException or JsonException or IOException or OperationCanceledException
        || PlatformFailures.IsUnreachable(exception);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The {Type} of message {MessageId} cannot be fetched: {Reason}")]
        public static partial void NotFetched(ILogger logger, string type, string messageId, string reason);
    }
}
