using System.Globalization;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Gaps;

/// <summary>
/// Sends what is due, once for all replicas, and takes up what a crash has left half done. An errand is put into the inbox before it
/// is noted as sent: cut short in between it is put there again, where its id is known.
/// </summary>
/// <remarks>Key: <c>{gaps}:sent:{id}</c>, string, "1", living eight days.</remarks>
internal sealed partial class GapClock(
    IConnectionMultiplexer store, GapStore gaps, GapDesk desk, GapPost post, IOptions<GapOptions> options, IOptions<FeishuOptions> feishu, TimeProvider time,
    ILogger<GapClock> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(8);

    // A week in which calls were short is long enough.
    private static readonly TimeSpan TellWithin = TimeSpan.FromDays(7);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var clock = new PeriodicTimer(Interval, time);
        do
            await TryAsync(stoppingToken);
        while (await clock.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SweepAsync(cancellationToken);
            if (feishu.Value.IsEnabled && options.Value.Chat.Length > 0)
                await ReportAsync();
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, exception.GetType().Name);
        }
    }

    private async Task ReportAsync()
    {
        var now = time.GetUtcNow().ToOffset(options.Value.UtcOffset);
        var day = now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (now.Hour >= options.Value.Hour)
            await SendOnceAsync(GapErrands.Card, $"gaps-card-{day}", day);
        if (now.DayOfWeek == options.Value.DigestWeekday && now.Hour >= options.Value.DigestHour)
            await SendOnceAsync(GapErrands.Digest, $"gaps-digest-{day}", day);
    }

    private async Task SendOnceAsync(string type, string id, string day)
    {
        RedisKey key = $"{{gaps}}:sent:{id}";
        if (await store.GetDatabase().KeyExistsAsync(key))
            return;
        await post.ReportAsync(type, id, day);
        await store.GetDatabase().StringSetAsync(key, "1", Remembered);
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var gap in await gaps.ListAsync())
        {
            if (gap.Aged(now) != gap)
                await gaps.ChangeAsync(gap.Id, changing => changing.Aged(now));
            else if (gap.State == GapState.Answered && now - gap.ClosedAt < TellWithin && (gap.Draft is not null || gap.Asks.Any(ask => ask.Asked is not null)))
                await desk.FinishAsync(gap, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "What is due for the editors could not be looked after and will be again ({Failure}).")]
        public static partial void Failed(ILogger logger, string failure);
    }
}
