using System.Net;

namespace Wenlu.BotHost.Feishu.Budget;

/// <summary>
/// The last stop before the wire, for every try of every call: waits for its turn among all replicas, pays for it from the answer
/// that it belongs to or from the month, and turns away what cannot be made.
/// </summary>
internal sealed class CallGate(CallLedger ledger, DocumentLimits documents, TimeProvider time) : DelegatingHandler
{
    /// <summary>A machine that is always late must still get its calls out.</summary>
    private const int MostDelays = 3;

    /// <summary>Half of what the limits' windows allow for the way (<see cref="CallRule"/>).</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMilliseconds(250);

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
        try
        {
            await TakeTurnAsync(priority, isPaid ? priority.Terms() with { Cost = 0 } : Unpaid(priority, purse), cancellationToken);
        }
        catch (FeishuApiException exception) when (exception.IsRateLimit)
        {
            purse?.Return(isPaid);
            throw;
        }
    }

    /// <summary>A moment that was missed is booked anew, and costs nothing more.</summary>
    private async Task TakeTurnAsync(CallPriority priority, CallTerms terms, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt <= MostDelays; attempt++, terms = terms with { Cost = 0 })
        {
            switch (await ledger.TakeAsync(terms))
            {
                case CallVerdict.Granted { Wait: var wait } when await IsPunctualAsync(wait, cancellationToken):
                    return;
                case CallVerdict.Busy { Wait: var wait }:
                    throw TooBusy(priority, wait);
                case CallVerdict.MonthEmpty:
                    throw MonthEmpty();
            }
        }
    }

    /// <summary>
    /// False when this process was held up, by a busy machine or a long collection, and the moment that was booked has passed: what
    /// was held up together would otherwise go out together.
    /// </summary>
    private async Task<bool> IsPunctualAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        var booked = time.GetTimestamp();
        await Task.Delay(wait, time, cancellationToken);
        return time.GetElapsedTime(booked) - wait < LongestDelay;
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
