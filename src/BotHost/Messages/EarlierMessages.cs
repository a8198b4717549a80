using System.Text.Json;
using Refit;
using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Messages;

/// <summary>Fetches what a message refers to: the one it replies to, and those in a forwarded parcel.</summary>
internal sealed partial class EarlierMessages(IFeishuApi api, BotIdentity identity, ILogger<EarlierMessages> logger)
{
    /// <returns>Null when it cannot be had: deleted, invisible, no permission. A question can do without.</returns>
    public async Task<EarlierMessage?> FindAsync(string messageId, CancellationToken cancellationToken)
    {
        try
        {
            var response = await api.GetMessageAsync(messageId, cancellationToken);
            return FetchedMessage.Read(messageId, response.Data?.Items ?? [], identity.Ids);
        }
        catch (Exception exception) when (IsAbsence(exception))
        {
            Log.NotFetched(logger, messageId, exception.Message);
            return null;
        }
    }

    /// <summary>Anything but a limit, which passes: then the question waits for it.</summary>
    private static bool IsAbsence(Exception exception) =>
        exception is FeishuApiException { IsRateLimit: false } or ApiException or JsonException || PlatformFailures.IsUnreachable(exception);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Message {MessageId}, which a question refers to, cannot be read; the question goes on without it. {Reason}")]
        public static partial void NotFetched(ILogger logger, string messageId, string reason);
    }
}
