namespace Wenlu.BotHost.Numbers;

/// <summary>Counts what happens; that it cannot be counted costs nobody their answer.</summary>
internal sealed partial class NumberTaker(DailyNumbers numbers, ILogger<NumberTaker> logger)
{
    public Task AnsweredAsync(CountedAnswer answer) => TryAsync(() => numbers.AnsweredAsync(answer));

    public Task VotedAsync(bool isHelpful, bool? before) => TryAsync(() => numbers.VotedAsync(isHelpful, before));

    public Task SizedAsync(KnowledgeSize size) => TryAsync(() => numbers.SizedAsync(size));

    private async Task TryAsync(Func<Task> count)
    {
        try
        {
            await count();
        }
        catch (Exception exception)
        {
            Log.NotCounted(logger, exception.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The day's numbers lack something that could not be counted ({Failure}).")]
        public static partial void NotCounted(ILogger logger, string failure);
    }
}
