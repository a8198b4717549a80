using System.Diagnostics;
using StackExchange.Redis;
using Wenlu.BotHost.Inbox;
using Wenlu.StandIns.Feishu;

namespace Wenlu.Benchmarks.Soak;

/// <summary>What must be true at the end; each method lists what is not.</summary>
internal sealed class SoakVerdict(SoakWorld world, SoakTraffic traffic)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private FeishuPlatform Platform => world.Platform;

    /// <summary>Waits until all is done or nothing more can be hoped for.</summary>
    public async Task<IReadOnlyList<string>> FindAsync()
    {
        await using var store = await ConnectionMultiplexer.ConnectAsync(world.Redis.ConnectionString);
        for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < Patience; await Task.Delay(1000))
            if (Unanswered().Count == 0 && (await LeftInInboxAsync(store.GetDatabase())).Count == 0)
                break;
        // Whoever would answer twice gets the time to.
        await Task.Delay(TimeSpan.FromSeconds(3));
        return
        [
            .. NeverTaken(), .. Unanswered(), .. Doubled(), .. Unasked(), .. await LeftInInboxAsync(store.GetDatabase()), .. Platform.Violations,
            .. Platform.Mentions.Select(mention => $"a mention: {mention}"), .. world.Model.Violations,
        ];
    }

    /// <summary>The platform gave up; its real repetitions go on for hours.</summary>
    private IEnumerable<string> NeverTaken() => traffic.Questions
        .Where(question => question is { IsAccepted: false, IsRecalled: false }).Select(question => $"never accepted: {question.Message.MessageId}, at last {question.Delivery?.LastBody}");

    private IReadOnlyList<string> Unanswered() =>
        [.. traffic.Questions.Where(MustBeAnswered).Where(question => Cards(question) == 0).Select(question => $"unanswered: {question.Message.MessageId}")];

    private IEnumerable<string> Doubled() => traffic.Questions
        .Select(question => (question.Message.MessageId, Cards: Cards(question), Replies: Platform.RepliesTo(question.Message.MessageId).Count))
        .Where(found => found.Cards > 1 || found.Replies > 1)
        .Select(found => $"{found.Replies} replies, {found.Cards} of them finished cards: {found.MessageId}");

    /// <summary>Nothing is said to those who did not ask.</summary>
    private IEnumerable<string> Unasked()
    {
        var silent = traffic.NotForTheBot.Select(message => message.MessageId).ToHashSet();
        return Platform.Messages.Where(message => message.FromBot && silent.Contains(message.ParentId ?? "")).Select(message => $"an answer nobody asked for: {message.ParentId}");
    }

    private static async Task<IReadOnlyList<string>> LeftInInboxAsync(IDatabase database) =>
    [
        .. (await database.SortedSetRangeByRankAsync(InboxKeys.Pending)).Select(id => $"pending: {id}"),
        .. (await database.SortedSetRangeByRankAsync(InboxKeys.Ready)).Select(conversation => $"not done: {conversation}"),
        .. (await database.HashValuesAsync(InboxKeys.ParkedDetails)).Select(details => $"parked: {details}"),
    ];

    private int Cards(SoakQuestion question) => Platform.FinishedCards(question.Message.MessageId).Count;

    private static bool MustBeAnswered(SoakQuestion question) => question is { IsAccepted: true, IsRecalled: false };
}
