using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.Processes;

/// <summary>A message that was sent, and whether the platform got its 200.</summary>
/// <param name="Mark">Stands once in the question's answer; null for a command, which is answered with a sentence.</param>
internal sealed record Asked(AMessage Message, string? Mark, bool IsAccepted);

/// <summary>
/// People who ask in direct chats, groups and threads, whether the bot runs or not, and wait for their answers: a slow machine
/// gets fewer questions. The platform sends again what was not acknowledged, and now and then what was.
/// </summary>
internal sealed partial class SteadyLoad : IAsyncDisposable
{
    private const int Rooms = 6;
    private const int People = 18;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Installation bot;
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentBag<Asked> asked = [];
    private readonly SemaphoreSlim free = new(People);
    private readonly Task sending;
    private TaskCompletionSource acceptance = new();

    public SteadyLoad(Installation bot)
    {
        this.bot = bot;
        bot.Model.Otherwise = Reply;
        sending = SendUntilStoppedAsync();
    }

    /// <summary>Completes when a message has just been acknowledged.</summary>
    public Task NextAcceptance => Volatile.Read(ref acceptance).Task;

    /// <summary>Everything that was sent; returns when nobody waits any more.</summary>
    public async Task<IReadOnlyCollection<Asked>> StopAsync()
    {
        await stop.CancelAsync();
        await sending;
        return asked;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
        free.Dispose();
    }

    private async Task SendUntilStoppedAsync()
    {
        List<Task> people = [];
        for (var number = 1; !stop.IsCancellationRequested; number++)
        {
            await free.WaitAsync(CancellationToken.None);
            people.Add(AskAsync(number));
            await Task.Delay(Interval, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(people);
    }

    private async Task AskAsync(int number)
    {
        var isCommand = number % 10 == 0;
        var message = InSomeChat(number).Saying(isCommand ? "/new" : $"我是第{number}号员工，年假有几天？");
        var delivery = await bot.Delivery.SendAsync(message);
        var question = new Asked(message, isCommand ? null : Mark(number), delivery.Accepted);
        asked.Add(question);
        if (delivery.Accepted)
            await WaitForAnswerAsync(question, sentAgain: number % 7 == 0);
        free.Release();
    }

    private async Task WaitForAnswerAsync(Asked question, bool sentAgain)
    {
        Interlocked.Exchange(ref acceptance, new TaskCompletionSource()).SetResult();
        if (sentAgain)
            await bot.Delivery.SendAsync(question.Message.InAnotherEvent());
        await Task.WhenAny(AnswerAsync(question.Message.MessageId, question.Mark), Task.Delay(Patience));
    }

    private Task AnswerAsync(string messageId, string? mark) => mark is null
        ? bot.Platform.NextReplyAsync(messageId, Patience * 2)
        : bot.Platform.CardFinishedAsync(messageId, Patience * 2);

    private static AMessage InSomeChat(int number)
    {
        var room = (number / 3 % Rooms).ToString("D4", CultureInfo.InvariantCulture);
        var person = $"ou_0000000000000000000000000000{room}";
        return (number % 3) switch
        {
            0 => AMessage.InDirectChat($"oc_000000000000000000000000d{room}").From(person),
            1 => AMessage.InGroup($"oc_000000000000000000000000a{room}").From(person).MentioningBot(),
            _ => AMessage.InGroup().InThread($"omt_00000000{room}").From(person).MentioningBot(),
        };
    }

    /// <summary>About a second of text; a follow-up is already a question of its own.</summary>
    private static ModelReply Reply(ModelRequest request)
    {
        var number = int.Parse(Number().Matches(request.User)[^1].Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        return request.Stream
            ? ModelReply.Says($"{Mark(number)}入职满一年者，年假十天。[1]\n\n- 未满一年者，按月折算。[1]\n- 病假需要提供医院证明。[1]").Pausing(TimeSpan.FromMilliseconds(100))
            : ModelReply.Says($"我是第{number}号员工，年假有几天？");
    }

    private static string Mark(int number) => $"答第{number}号：";

    [GeneratedRegex("第([0-9]+)号员工")]
    private static partial Regex Number();
}
