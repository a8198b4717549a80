using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Feishu.Budget;
using Wenlu.BotHost.Gaps;
using Wenlu.BotHost.Numbers;
using Wenlu.BotHost.Storage;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.FrontDoor;

namespace Wenlu.BotHost.Tests.Desk;

/// <summary>Months of a team that asks more and more, less at weekends, and is answered better and better: for pictures.</summary>
internal sealed class SeededDays(Bot bot, DateTimeOffset now)
{
    private readonly ManualTime time = new(now);
    private readonly Random random = new(20261118);

    private IConnectionMultiplexer Store => bot.Service<IConnectionMultiplexer>();

    public async Task WriteAsync(int days)
    {
        var numbers = new DailyNumbers(Store, bot.Service<StoreScripts>(), bot.Service<IOptions<GapOptions>>(), time);
        var ledger = new CallLedger(bot.Service<StoreScripts>(), Store, bot.Service<IOptions<FeishuOptions>>(), time);
        for (var back = days - 1; back >= 0; back--)
        {
            time.Now = now.AddDays(-back);
            var progress = 1 - (back / (double)days);
            var asked = (int)((18 + (30 * progress)) * (IsWeekend ? 0.3 : 1) * (0.8 + (random.NextDouble() * 0.4)));
            await Task.WhenAll(Enumerable.Range(0, asked).Select(_ => numbers.AnsweredAsync(Answer(progress))));
            for (var vote = 0; vote < asked / 5; vote++)
                await numbers.VotedAsync(random.NextDouble() < 0.6 + (0.3 * progress), before: null);
            await numbers.SizedAsync(new(120 + (int)(85 * progress), 190 + (int)(130 * progress)));
            await ledger.PromiseAsync(ledger.Month, asked * 9);
        }
    }

    private bool IsWeekend => time.Now.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private CountedAnswer Answer(double progress)
    {
        var finished = TimeSpan.FromSeconds(Spread(6 - (2 * progress)));
        var first = TimeSpan.FromSeconds(Spread(1.1));
        return new(DoorOf(random.NextDouble()), OutcomeOf(random.NextDouble(), progress), first < finished ? first : finished, finished);
    }

    private static Door DoorOf(double chance) => chance switch { < 0.66 => Door.Feishu, < 0.9 => Door.Site, _ => Door.Api };

    private static Outcome OutcomeOf(double chance, double progress) =>
        chance < 0.78 + (0.12 * progress) ? Outcome.Grounded : chance < 0.985 ? Outcome.NotFound : Outcome.Unavailable;

    /// <summary>Most wait about as long, few much longer.</summary>
    private double Spread(double typical) => typical * Math.Exp(0.45 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2);
}
