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
/// People who ask in direct chats, groups and threads, whether the bot runs or not. The platform sends again what was not
/// acknowledged, and now and then what was.
/// </summary>
internal sealed partial class SteadyLoad : IAsyncDisposable
{
    private const int Rooms = 6;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly Installation bot;
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentBag<Asked> asked = [];
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

    /// <summary>Everything that was sent; returns when the platform has given up on nothing any more.</summary>
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
    }

    private async Task SendUntilStoppedAsync()
    {
        List<Task> deliveries = [];
        for (var number = 1; !stop.IsCancellationRequested; number++)
        {
            deliveries.Add(SendAsync(number));
            await Task.Delay(Interval, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(deliveries);
    }

    private async Task SendAsync(int number)
    {
        var isCommand = number % 10 == 0;
        var message = InSomeChat(number).Saying(isCommand ? "/new" : $"我是第{number}号员工，年假有几天？");
        var delivery = await bot.Delivery.SendAsync(message);
        asked.Add(new Asked(message, isCommand ? null : Mark(number), delivery.Accepted));
        if (delivery.Accepted)
            Interlocked.Exchange(ref acceptance, new TaskCompletionSource()).SetResult();
        if (delivery.Accepted && number % 7 == 0)
            await bot.Delivery.SendAsync(message.InAnotherEvent());
    }

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
