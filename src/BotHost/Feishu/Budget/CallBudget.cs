using Microsoft.Extensions.Options;
using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Operations;

namespace Wenlu.BotHost.Feishu.Budget;

/// <summary>Decides what an answer may cost, by what is left of the month's quota and of the app's limits.</summary>
internal sealed class CallBudget(
    CallLedger ledger, TenantTokens tokens, IOptions<InboxOptions> inbox, BotMetrics metrics, TimeProvider time)
{
    /// <summary>An answer that is being written may give calls back within this time.</summary>
    private static readonly TimeSpan AnswerTime = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan SoonAgain = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LaterAgain = TimeSpan.FromMinutes(5);

    private volatile CallState latest = CallState.Unknown;

    /// <summary>Whether there is room for what is pleasant only: reactions, welcomes.</summary>
    public bool AllowsExtras => latest.Level == BudgetLevel.Plenty;

    public async Task<CallState> LookAsync() => latest = await ledger.LookAsync();

    /// <summary>
    /// Sets the calls of an answer aside. Throws what postpones the question when not even one is left.
    /// </summary>
    /// <param name="askedAt">When the question was written.</param>
    /// <param name="begun">How an earlier attempt has begun; it goes on like that.</param>
    /// <param name="cancellationToken">Cancelled when the lease is lost or the host stops.</param>
    public async Task<AnswerPlan> PlanAsync(DateTimeOffset askedAt, AnswerForm? begun, CancellationToken cancellationToken)
    {
        // A token renewed later would take the call that the answer needs.
        await tokens.GetAsync(cancellationToken);
        var state = await LookAsync();
        var month = ledger.Month;
        foreach (var offer in Offer.For(state, begun))
        {
            if (ledger.Quota == 0 || await ledger.PromiseAsync(month, offer.Calls))
            {
                metrics.AnswerPlanned(offer.Form.ToString());
                return new AnswerPlan(offer.Form, offer.Widening, month, ledger.Quota == 0 ? null : offer.Calls, ledger);
            }
        }

        metrics.AnswerPlanned("Postponed");
        throw Postpone(askedAt, state);
    }

    /// <summary>
    /// Nothing is left: the question waits for what others give back, for a quota that an operator raises or for the next month,
    /// as long as an answer makes sense; then it is parked, where the operator sees it.
    /// </summary>
    public async Task<Exception> PostponeAsync(DateTimeOffset askedAt) => Postpone(askedAt, await LookAsync());

    private Exception Postpone(DateTimeOffset askedAt, CallState state)
    {
        var now = time.GetUtcNow();
        if (now + LaterAgain > askedAt + inbox.Value.Expiry)
            return new PoisonEntryException("The month's calls are used up (Feishu:MonthlyCalls), and the question is too old to wait for more.");
        var mayComeBack = !state.IsRefused && state.Promised > 0 && state.SinceLastPromise < AnswerTime;
        var untilNextMonth = ledger.Month.End - now;
        var delay = mayComeBack ? SoonAgain : untilNextMonth < LaterAgain ? untilNextMonth + SoonAgain : LaterAgain;
        return new DeferEntryException(delay, "The month's calls are used up (Feishu:MonthlyCalls); the question waits.");
    }
}
