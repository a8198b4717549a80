using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Wenlu.StandIns.Feishu;

namespace Wenlu.Benchmarks.Soak;

/// <summary>Sends so many events a second, each by webhook or long connection as chance has it, and remembers what has to come of them.</summary>
internal sealed class SoakTraffic(SoakWorld world, SoakPlan plan)
{
    /// <summary>A question costs about five calls of the thousand that the platform takes in a minute.</summary>
    private const int QuestionsPerMinute = 120;

    private readonly Random random = new(plan.Seed);
    private readonly SoakPeople people = new(world.Platform.Options, new Random(plan.Seed + 1));
    private readonly ConcurrentQueue<SoakQuestion> questions = [];
    private readonly ConcurrentQueue<AMessage> notForTheBot = [];
    private readonly ConcurrentQueue<(bool IsWebhook, double Milliseconds)> acknowledged = [];
    private readonly ConcurrentQueue<Task> sending = [];
    private int sent, clicks, answeredClicks, notAccepted;

    public IReadOnlyCollection<SoakQuestion> Questions => questions;

    public IReadOnlyCollection<AMessage> NotForTheBot => notForTheBot;

    public int Sent => sent;

    public int NotAccepted => notAccepted;

    public (int Sent, int Answered) Clicks => (clicks, answeredClicks);

    /// <summary>How long the platform waited for those that it had to send once only.</summary>
    public IReadOnlyList<double> Acknowledgements(bool isWebhook) =>
        [.. acknowledged.Where(one => one.IsWebhook == isWebhook).Select(one => one.Milliseconds).Order()];

    public async Task RunAsync()
    {
        using var clock = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / plan.Rate));
        for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < plan.Duration; await clock.WaitForNextTickAsync())
            for (var due = Stopwatch.GetElapsedTime(begun).TotalSeconds * plan.Rate; sent < due; sent++)
                sending.Enqueue(SendNextAsync());
        await Task.WhenAll(sending);
    }

    private Task SendNextAsync()
    {
        if (random.Next(plan.Rate * 60) < QuestionsPerMinute)
            return AskAsync();
        return random.Next(100) switch
        {
            < 46 => TalkAsync(people.Chatter()),
            < 53 => TalkAsync(people.ToEverybody()),
            < 63 => TalkAsync(people.ToSomebodyElse()),
            < 71 => TalkAsync(people.ByAnotherBot()),
            < 81 => RepeatAsync(),
            < 92 => PushAsync(people.Reaction(Some(notForTheBot)?.MessageId ?? "om_none")),
            < 95 => RecallAsync(),
            _ => ClickAsync(),
        };
    }

    /// <summary>One in fifty thinks better of it and takes the question back.</summary>
    private async Task AskAsync()
    {
        var question = new SoakQuestion(people.Question()) { IsRecalled = random.Next(50) == 0 };
        questions.Enqueue(question);
        var asking = PushAsync(question.Message.ToEvent(world.Platform.Options));
        if (question.IsRecalled)
            await RecallAsync(question.Message, TimeSpan.FromMilliseconds(500));
        question.Delivery = await asking;
    }

    private Task<Delivery> TalkAsync(AMessage message)
    {
        notForTheBot.Enqueue(message);
        return PushAsync(message.ToEvent(world.Platform.Options));
    }

    /// <summary>The same message again, accepted or not, under the same event or another.</summary>
    private Task RepeatAsync() => Some(questions) is { IsRecalled: false, Message: var message }
        ? PushAsync((random.Next(2) == 0 ? message : message.InAnotherEvent()).ToEvent(world.Platform.Options))
        : Task.CompletedTask;

    private Task RecallAsync() => Some(notForTheBot) is { } message ? RecallAsync(message, TimeSpan.Zero) : Task.CompletedTask;

    private async Task RecallAsync(AMessage message, TimeSpan after)
    {
        await Task.Delay(after);
        world.Platform.RecallMessage(message.MessageId);
        await PushAsync(people.Recall(message));
    }

    private async Task<Delivery> PushAsync(JsonObject envelope)
    {
        var isWebhook = random.Next(2) == 0;
        var begun = Stopwatch.GetTimestamp();
        var delivery = await (isWebhook ? world.Webhook : world.Connection).SendAsync(envelope);
        if (delivery is { Accepted: true, Attempts: 1 })
            acknowledged.Enqueue((isWebhook, Stopwatch.GetElapsedTime(begun).TotalMilliseconds));
        if (!delivery.Accepted)
            Interlocked.Increment(ref notAccepted);
        return delivery;
    }

    /// <summary>A click is never sent again: what a kill or a broken connection swallows stays unanswered.</summary>
    private async Task ClickAsync()
    {
        if (Some(questions) is not { IsRecalled: false } question || world.Platform.FinishedCards(question.Message.MessageId) is not [var card, ..])
            return;
        if (card.Buttons.FirstOrDefault(button => button.Value?["vote"] is not null) is not { } vote)
            return;
        clicks++;
        try
        {
            var way = random.Next(2) == 0 ? world.Webhook : world.Connection;
            using var answer = await way.ClickAsync(ACardAction.On(card).By(question.Message.Sender).Pressing(vote));
            if (answer.IsSuccessStatusCode && JsonNode.Parse(await answer.Content.ReadAsStringAsync()) is JsonObject)
                Interlocked.Increment(ref answeredClicks);
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            // Counted as not answered.
        }
    }

    private T? Some<T>(ConcurrentQueue<T> all)
        where T : class => all.IsEmpty ? null : all.ElementAt(random.Next(all.Count));
}
