using Microsoft.Extensions.Options;

namespace Wenlu.BotHost.Feishu;

/// <summary>
/// Who this bot is among the mentions of a message. Asked for at start until the platform tells; never guessed from a
/// name or from a first mention, since that picks a colleague.
/// </summary>
internal sealed partial class BotIdentity(IFeishuApi api, IOptions<FeishuOptions> options, TimeProvider time, ILogger<BotIdentity> logger)
    : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private volatile string? openId;

    private readonly HashSet<string> configured = [.. options.Value.BotOpenIds];

    /// <summary>Whether the platform has told; groups stay silent until then, except for those who name a configured id.</summary>
    public bool IsKnown => openId is not null;

    /// <summary>The open_ids that mean this bot: the platform's answer, and those that the settings add.</summary>
    public IReadOnlySet<string> Ids => openId is { } own ? new HashSet<string>(configured) { own } : configured;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = TimeSpan.FromSeconds(1); options.Value.IsEnabled && openId is null; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            await TryAskAsync(pause, stoppingToken);
        }
    }

    private async Task TryAskAsync(TimeSpan pause, CancellationToken stoppingToken)
    {
        try
        {
            var response = await api.GetBotInfoAsync(stoppingToken);
            openId = response.Bot?.OpenId is { Length: > 0 } id ? id : throw new InvalidOperationException("The platform named no open_id.");
            Log.IdentityKnown(logger, response.Bot.AppName);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            Log.IdentityUnknown(logger, exception.Message, pause);
            await Task.Delay(pause, time, stoppingToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The platform knows this bot as {AppName}.")]
        public static partial void IdentityKnown(ILogger logger, string? appName);

        [LoggerMessage(2, LogLevel.Warning, "The platform did not tell who this bot is ({Reason}); groups are silent. Next try in {Pause}.")]
        public static partial void IdentityUnknown(ILogger logger, string reason, TimeSpan pause);
    }
}
