namespace Wenlu.BotHost.Storage;

/// <summary>
/// Keeps transactions away while the embedded store is rewritten: it waits for those under way, so that none is cut in two, and
/// new ones wait for it.
/// </summary>
internal sealed class TransactionGate
{
    private readonly Lock mutex = new();
    private int passing;
    private TaskCompletionSource? closed;
    private TaskCompletionSource? drained;

    /// <summary>Runs a transaction, after a rewrite that is under way.</summary>
    public async Task<T> PassAsync<T>(Func<Task<T>> transaction)
    {
        while (!TryEnter(out var opened))
        {
            await opened;
        }

        try
        {
            return await transaction();
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Runs a rewrite, with no transaction beside it. One at a time.</summary>
    public async Task CloseAsync(Func<Task> rewrite)
    {
        await Close();
        try
        {
            await rewrite();
        }
        finally
        {
            Open();
        }
    }

    private bool TryEnter(out Task opened)
    {
        lock (mutex)
        {
            opened = closed?.Task ?? Task.CompletedTask;
            passing += closed is null ? 1 : 0;
            return closed is null;
        }
    }

    private void Leave()
    {
        lock (mutex)
        {
            if (--passing == 0)
            {
                drained?.TrySetResult();
            }
        }
    }

    private Task Close()
    {
        lock (mutex)
        {
            closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            drained = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return passing == 0 ? Task.CompletedTask : drained.Task;
        }
    }

    private void Open()
    {
        lock (mutex)
        {
            closed!.SetResult();
            closed = drained = null;
        }
    }
}
