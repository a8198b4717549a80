using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Inbox;

namespace Wenlu.BotHost.Welcome;

/// <summary>Says what no message asked for. Whoever cannot be reached, or not by this app, is not told, and nothing is lost.</summary>
internal sealed partial class Announcer(Messenger messenger, ILogger<Announcer> logger)
{
    public async Task SayAsync(Destination destination, string key, Notice notice, CancellationToken cancellationToken)
    {
        try
        {
            await messenger.NotifyAsync(destination, key, notice, cancellationToken);
        }
        catch (FeishuApiException exception) when (exception.IsRateLimit)
        {
            throw new DeferEntryException(exception.RetryAfter ?? TimeSpan.FromSeconds(1), exception.Message);
        }
        catch (FeishuApiException exception) when (IsFinal(exception.Code))
        {
            Log.NotSaid(logger, exception.Message);
        }
    }

    private static bool IsFinal(int code) => FeishuCodes.IsNobodyThere(code) || FeishuCodes.IsContentRefused(code) || FeishuCodes.IsAppRefused(code);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "A welcome or a menu's answer could not be sent: {Reason}")]
        public static partial void NotSaid(ILogger logger, string reason);
    }
}
