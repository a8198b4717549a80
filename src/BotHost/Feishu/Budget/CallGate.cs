using System.Net;

namespace Wenlu.BotHost.Feishu.Budget;

/// <summary>
/// The last stop before the wire, for every try of every call: waits for its turn among all replicas, pays for it from the answer
/// that it belongs to or from the month, and turns away what cannot be made.
/// </summary>
internal sealed class CallGate(CallLedger ledger, DocumentLimits documents, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await AdmitAsync(request, cancellationToken);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (FeishuApiException exception) when (exception.Code == FeishuCodes.MonthlyQuotaUsedUp)
        {
            await ledger.EmptyAsync();
            throw;
        }
    }

    private async Task AdmitAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var priority = CallPriorities.Of(request);
        await PaceAsync(request, priority, cancellationToken);
        var purse = AnswerPlan.PayingFor(request);
        var isPaid = purse?.TryPay(priority, ledger.Month) ?? false;
        if (!isPaid && priority == CallPriority.Frame && purse is not null)
            throw MonthEmpty();
        switch (await ledger.TakeAsync(isPaid ? priority.Terms() with { Cost = 0 } : Unpaid(priority, purse)))
        {
            case CallVerdict.Granted { Wait: var wait }:
                await Task.Delay(wait, time, cancellationToken);
                break;
            case CallVerdict.Busy { Wait: var wait }:
                purse?.Return(isPaid);
                throw TooBusy(priority, wait);
            default:
                throw MonthEmpty();
        }
    }

    private async Task PaceAsync(HttpRequestMessage request, CallPriority priority, CancellationToken cancellationToken)
    {
        if (documents.Of(request) is not (var name, var rule))
            return;
        switch (await ledger.PaceAsync(name, rule, priority.Terms().LongestWait))
        {
            case CallVerdict.Granted { Wait: var wait }:
                await Task.Delay(wait, time, cancellationToken);
                break;
            case CallVerdict.Busy { Wait: var wait }:
                throw TooBusy(priority, wait);
        }
    }

    /// <summary>
    /// An answer that costs more than was set aside for it may have the month's last call; what reads documents leaves half of the
    /// month to those who ask.
    /// </summary>
    private CallTerms Unpaid(CallPriority priority, AnswerPlan? purse) => priority switch
    {
        _ when purse is not null => priority.Terms() with { Keep = 0 },
        CallPriority.Background => priority.Terms() with { Keep = Math.Max(1, ledger.Quota / 2) },
        _ => priority.Terms(),
    };

    /// <summary>A nicety is not tried again: until it could be made it has lost its point.</summary>
    private static FeishuApiException TooBusy(CallPriority priority, TimeSpan wait) => new(
        FeishuCodes.AppRateLimit, "not sent: the app's own limits leave no room for this call now", HttpStatusCode.TooManyRequests,
        priority == CallPriority.Nicety ? TimeSpan.FromMinutes(1) : wait);

    private static FeishuApiException MonthEmpty() =>
        new(FeishuCodes.MonthlyQuotaUsedUp, "not sent: the month's calls are used up", HttpStatusCode.Forbidden);
}
