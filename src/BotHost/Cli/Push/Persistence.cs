namespace Wenlu.BotHost.Cli.Push;

/// <summary>Goes on where trying again may help.</summary>
internal static class Persistence
{
    private const int MaxAttempts = 6;

    public static async Task<T> RunAsync<T>(Func<Task<T>> attempt, CancellationToken cancellationToken)
    {
        for (var number = 1; ; number++)
        {
            try
            {
                return await attempt();
            }
            catch (ServiceException exception) when (exception.Passing && number < MaxAttempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(250 << number), cancellationToken);
            }
        }
    }

    /// <summary>Waits for all, and throws what failed first rather than what was stopped because of it.</summary>
    public static async Task FirstFailureAsync(IReadOnlyList<Task> tasks)
    {
        await Task.WhenAll(tasks).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        if (tasks.FirstOrDefault(task => task.IsFaulted) is { } failed)
            await failed;
        await Task.WhenAll(tasks);
    }
}
