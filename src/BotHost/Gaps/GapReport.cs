using Microsoft.Extensions.Options;
using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Events;
using Wenlu.BotHost.Feishu.Budget;
using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Welcome;

namespace Wenlu.BotHost.Gaps;

/// <summary>Sends a report to the editors' chat, when calls are not needed for answers. Nobody waits for it, so giving up is silent.</summary>
internal abstract class GapReport(Announcer announcer, CallBudget budget, Tongue tongue, IOptions<GapOptions> options) : IEventHandler
{
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(10);

    public abstract string Type { get; }

    public async Task HandleAsync(Claim claim, CancellationToken cancellationToken)
    {
        if (options.Value.Chat is not { Length: > 0 } chat)
            return;
        if ((await budget.LookAsync()).Level >= BudgetLevel.Still)
            throw new DeferEntryException(Later, "Calls are short; the editors' report comes later.");
        var language = await tongue.OfAsync(chat) ?? Language.Chinese;
        if (await MakeAsync(claim.Entry, language) is { } notice)
            await announcer.SayAsync(Destination.ToChat(chat), claim.Entry.Id, notice, cancellationToken);
    }

    public Task GiveUpAsync(Claim claim, string cause, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Null when there is nothing to say.</summary>
    protected abstract Task<Notice?> MakeAsync(InboxEntry entry, Language language);
}

/// <summary>The card of what waits for an answer.</summary>
internal sealed class GapCardReport(GapCards cards, Announcer announcer, CallBudget budget, Tongue tongue, IOptions<GapOptions> options)
    : GapReport(announcer, budget, tongue, options)
{
    public override string Type => GapErrands.Card;

    protected override Task<Notice?> MakeAsync(InboxEntry entry, Language language) => cards.MakeAsync(entry.Id, language);
}
