using System.Globalization;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Feishu.Budget;

/// <summary>What a call asks for.</summary>
/// <param name="Cost">1, or 0 when an answer's promised calls pay for it.</param>
/// <param name="Keep">Calls of the month that must be left over afterwards.</param>
/// <param name="LongestWait">Rather refused than made later than this.</param>
/// <param name="Share">How much of the app's limits it may fill.</param>
internal readonly record struct CallTerms(int Cost, int Keep, TimeSpan LongestWait, double Share);

internal abstract record CallVerdict
{
    private CallVerdict()
    {
    }

    public sealed record Granted(TimeSpan Wait) : CallVerdict;

    public sealed record Busy(TimeSpan Wait) : CallVerdict;

    public sealed record MonthEmpty : CallVerdict;
}

/// <summary>
/// The app's calls, counted for all replicas: against the limits of a second and of a minute, and against the month's quota.
/// </summary>
/// <remarks>
/// Keys, of one hash tag for each app:
/// <code>
/// {feishu:APP}:calls           list: when calls were made or are booked, in ms, the newest first      a minute
/// {feishu:APP}:month:2026-11   hash: used (calls made or promised), promised, promisedAt (ms),        62 d, from the last call
///                              day:1 to day:31 (what of used came or went that day),
///                              empty (the quota at which the platform said that it is used up), emptyUntil (ms)
/// {feishu:APP}:pace:NAME       list: as calls, of one chat, card or message                           seconds
/// </code>
/// Promised calls count as used until they are given back: when the replica that would do so dies, the month has some calls less,
/// and never more than it is allowed.
/// </remarks>
internal sealed class CallLedger(StoreScripts scripts, IConnectionMultiplexer store, IOptions<FeishuOptions> options, TimeProvider time)
{
    private static readonly TimeSpan MonthLifetime = TimeSpan.FromDays(62);
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromHours(1);

    private readonly CallRule[] rules = [CallRule.PerSecond(options.Value.CallsPerSecond), CallRule.PerMinute(options.Value.CallsPerMinute)];
    private readonly CallLog alone = new();
    private readonly Lock guard = new();

    public QuotaMonth Month => QuotaMonth.Of(time.GetUtcNow());

    public int Quota => options.Value.MonthlyCalls;

    private RedisKey Calls => $"{Tag}:calls";

    private string Tag => $"{{feishu:{options.Value.AppId}}}";

    /// <summary>
    /// Books a call. While the store is away this replica keeps to the app's limits by its own log; but a call of a quota is not
    /// made uncounted, so it throws <see cref="StoreUnavailableException"/>.
    /// </summary>
    public async Task<CallVerdict> TakeAsync(CallTerms terms)
    {
        try
        {
            return await TakeSharedAsync(terms);
        }
        catch (Exception exception) when (StoreUnavailableException.IsAbsence(exception) && (Quota == 0 || terms.Cost == 0))
        {
            return TakeAlone(terms);
        }
    }

    /// <summary>How long to wait before the next operation on one chat, card or message; null when the store is away.</summary>
    public async Task<TimeSpan?> PaceAsync(string name, CallRule rule)
    {
        try
        {
            return Milliseconds(await scripts.RunAsync(CallScripts.Pace, [$"{Tag}:pace:{name}"], [int.MaxValue, rule.Limit, Text(rule.Window), .. Values([rule])]));
        }
        catch (Exception exception) when (StoreUnavailableException.IsAbsence(exception))
        {
            return null;
        }
    }

    /// <summary>Books an operation of an interface that has a limit of its own; busy when its moment would be later than that.</summary>
    public async Task<CallVerdict> PaceAsync(string name, CallRule rule, TimeSpan longestWait)
    {
        try
        {
            var wait = Milliseconds(await scripts.RunAsync(
                CallScripts.Pace, [$"{Tag}:pace:{name}"], [Text(longestWait), rule.Limit, Text(rule.Window), .. Values([rule])]));
            return wait < TimeSpan.Zero ? new CallVerdict.Busy(-wait) : new CallVerdict.Granted(wait);
        }
        catch (Exception exception) when (StoreUnavailableException.IsAbsence(exception))
        {
            return new CallVerdict.Granted(rule.Window / rule.Limit);
        }
    }

    /// <summary>Sets calls aside for an answer; false when the month has not so many left.</summary>
    public Task<bool> PromiseAsync(QuotaMonth month, int calls) => StoreUnavailableException.TranslateAsync(async () =>
        (bool)await scripts.RunAsync(CallScripts.Promise, [Key(month)], [calls, Quota, Seconds(MonthLifetime), DayField(month)]));

    /// <summary>An answer is written, or given up: what it did not use is there for others.</summary>
    public async Task SettleAsync(QuotaMonth month, int promised, int unused)
    {
        try
        {
            var database = store.GetDatabase();
            await Task.WhenAll(
                database.HashDecrementAsync(Key(month), "used", unused), database.HashDecrementAsync(Key(month), DayField(month), unused),
                database.HashDecrementAsync(Key(month), "promised", promised));
        }
        catch (Exception exception) when (StoreUnavailableException.IsAbsence(exception))
        {
            // They stay counted: better some calls too few than one too many.
        }
    }

    /// <summary>
    /// The platform says that the quota is used up. It is believed for an hour, or until the month ends or an operator sets another quota:
    /// the platform may begin its month later than we do, and a tenant may buy more.
    /// </summary>
    public Task EmptyAsync() => StoreUnavailableException.TranslateAsync(() =>
        scripts.RunAsync(CallScripts.Empty, [Key(Month)], [Quota, Text(AskAgainAfter), Seconds(MonthLifetime)]));

    public Task<CallState> LookAsync() => StoreUnavailableException.TranslateAsync(async () =>
    {
        var minute = rules[1];
        var found = (long[])(await scripts.RunAsync(CallScripts.Look, [Calls, Key(Month)], [minute.Limit, Text(minute.Window)]))!;
        return new CallState(Quota, found[0], found[1], TimeSpan.FromMilliseconds(found[2]), IsRefused: found[3] == Quota, found[4] / 10.0);
    });

    /// <summary>The month's calls by day, from its first to today.</summary>
    public Task<IReadOnlyList<long>> DaysAsync() => StoreUnavailableException.TranslateAsync<IReadOnlyList<long>>(async () =>
        [.. (await store.GetDatabase().HashGetAsync(Key(Month), [.. Enumerable.Range(1, Month.DayOf(time.GetUtcNow())).Select(DayField)])).Select(calls => (long)calls)]);

    private async Task<CallVerdict> TakeSharedAsync(CallTerms terms)
    {
        RedisValue[] values =
        [
            Text(terms.LongestWait), rules.Max(rule => rule.Limit), Text(rules.Max(rule => rule.Window)),
            terms.Cost, Quota, terms.Keep, Seconds(MonthLifetime), DayField(Month), .. Values(rules.Select(rule => rule.Part(terms.Share))),
        ];
        var answer = (long[])(await scripts.RunAsync(CallScripts.Take, [Calls, Key(Month)], values))!;
        var wait = TimeSpan.FromMilliseconds(answer[1]);
        return answer[0] switch { 0 => new CallVerdict.Granted(wait), 1 => new CallVerdict.Busy(wait), _ => new CallVerdict.MonthEmpty() };
    }

    private CallVerdict TakeAlone(CallTerms terms)
    {
        lock (guard)
        {
            var now = time.GetUtcNow();
            CallRule[] allowed = [.. rules.Select(rule => rule.Part(terms.Share))];
            var moment = alone.Free(now, allowed);
            if (moment - now > terms.LongestWait)
                return new CallVerdict.Busy(moment - now);
            alone.Book(moment, rules);
            return new CallVerdict.Granted(moment - now);
        }
    }

    private RedisValue DayField(QuotaMonth month) => DayField(month.DayOf(time.GetUtcNow()));

    private static RedisValue DayField(int day) => string.Create(CultureInfo.InvariantCulture, $"day:{day}");

    private RedisKey Key(QuotaMonth month) => $"{Tag}:month:{month}";

    private static IEnumerable<RedisValue> Values(IEnumerable<CallRule> rules) =>
        rules.SelectMany(rule => new RedisValue[] { rule.Limit, Text(rule.Window) });

    private static TimeSpan Milliseconds(RedisResult result) => TimeSpan.FromMilliseconds((long)result);

    private static RedisValue Text(TimeSpan span) => ((long)span.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);

    private static RedisValue Seconds(TimeSpan span) => (long)span.TotalSeconds;
}
