namespace Wenlu.BotHost.Feishu.Budget;

/// <summary>How an answer comes into its chat.</summary>
internal enum AnswerForm
{
    /// <summary>A card entity, filled in as the answer is written.</summary>
    Streamed,

    /// <summary>A card with a status, replaced by the finished one.</summary>
    Still,

    /// <summary>Nothing until the answer is there, then one reply.</summary>
    Single,
}

/// <summary>
/// What one answer may do, and the calls that were set aside for it, so that an answer that begins can also finish. Whatever it
/// has not used goes back when it is disposed of.
/// </summary>
/// <param name="promised">Calls set aside; null when there is no quota to set them aside from.</param>
/// <param name="widening">Factor of the time between frames.</param>
internal sealed class AnswerPlan(AnswerForm form, double widening, QuotaMonth month, int? promised, CallLedger ledger) : IAsyncDisposable
{
    /// <summary>Closing a stream and replacing the card, each with a second try.</summary>
    private const int ToFinish = 4;

    private static readonly AsyncLocal<AnswerPlan?> Current = new();

    private int left = promised ?? 0;

    public AnswerForm Form => form;

    public double Widening => widening;

    /// <summary>From here on, calls of this flow are this answer's.</summary>
    public void Begin() => Current.Value = this;

    /// <summary>The answer that pays for a call. The token is everybody's, whoever happens to need it first.</summary>
    public static AnswerPlan? PayingFor(HttpRequestMessage request) =>
        FeishuOperation.Of(request) == FeishuOperation.Token ? null : Current.Value is { IsPaying: true } plan ? plan : null;

    /// <summary>A frame must leave what finishing the card takes. Calls of another month are that month's.</summary>
    public bool TryPay(CallPriority priority, QuotaMonth now)
    {
        if (now != month)
            return false;
        if (Interlocked.Decrement(ref left) >= (priority == CallPriority.Needed ? 0 : ToFinish))
            return true;
        Interlocked.Increment(ref left);
        return false;
    }

    /// <summary>The call that was paid for is not made.</summary>
    public void Return(bool isPaid)
    {
        if (isPaid)
            Interlocked.Increment(ref left);
    }

    public async ValueTask DisposeAsync()
    {
        if (promised is { } calls)
            await ledger.SettleAsync(month, calls, Interlocked.Exchange(ref left, 0));
    }

    private bool IsPaying => promised is not null;
}
