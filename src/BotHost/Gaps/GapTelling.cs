using Microsoft.Extensions.Options;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Events;
using Wenlu.BotHost.Feishu.Budget;
using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Interruptions;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Gaps;

/// <summary>
/// Tells somebody that their question was answered: in reply to it, if they may read the answer there, once. How far it came is kept
/// with the inbox's entry, as with every card.
/// </summary>
internal sealed class GapTelling(
    GapStore store, KnowledgeStore knowledge, OfficialAnswers official, Readers readers, RecalledQuestions recalled, Replies replies, Messenger messenger,
    CardFinisher finisher, AnswerStore answers, EventInbox inbox, CallBudget budget, IOptions<SiteOptions> site, TimeProvider time) : IEventHandler
{
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(10);

    public string Type => GapErrands.Tell;

    public async Task HandleAsync(Claim claim, CancellationToken cancellationToken)
    {
        var body = GapPost.BodyOf(claim.Entry);
        var (id, key) = (body["gap"]!.GetValue<string>(), body["key"]!.GetValue<string>());
        if (await store.FindAsync(id) is not { State: GapState.Answered } gap || gap.Asks.FirstOrDefault(ask => ask.Key == key) is not { Asked: { } asked } ask)
            return;
        // People who wait for answers come first.
        if ((await budget.LookAsync()).Level >= BudgetLevel.Still)
            throw new DeferEntryException(Later, "Calls are short; whoever asked is told later.");
        await replies.ReplyAsync(asked, Languages.Of(ask.Wording), Tell, cancellationToken);
        await store.ChangeAsync(id, changing => changing.Told(key));

        Task Tell() => recalled.WhileItStandsAsync(asked, ask.At, standing => TellAsync(claim, gap, ask, standing), cancellationToken);
    }

    /// <summary>Whoever asks again finds the answer.</summary>
    public Task GiveUpAsync(Claim claim, string cause, CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task TellAsync(Claim claim, Gap gap, GapAsk ask, CancellationToken cancellationToken)
    {
        var access = await readers.LabelsNowAsync(ask.Asked!);
        if (await knowledge.FindAsync(new(Kinds.Answer, gap.AnswerId)) is not { } stored || !OfficialAnswer.MayRead(stored, access))
            return;
        var answer = await official.ReadAsync(stored, new Question(ask.Wording, [], access));
        var told = answer with { Markdown = $"{GapTexts.NowAnswered.In(answer.Language)}\n\n{answer.Markdown}" };
        var asked = ask.Asked! with { Key = claim.Entry.Id, IsForTenant = access.Contains(AccessLabels.Tenant), Repeats = null };
        await ShowAsync(claim, new GivenAnswer(AnswerStore.IdFor(asked.Key), ask.Wording, told, time.GetUtcNow(), asked), asked, cancellationToken);
    }

    private async Task ShowAsync(Claim claim, GivenAnswer given, Asked asked, CancellationToken cancellationToken)
    {
        var progress = new CardProgress(inbox, claim, await inbox.ReadProgressAsync(claim));
        var answer = CardLinks.Resolve(given.Answer, site.Value.BaseUrl);
        var plan = await finisher.ShowAsync(new CardReply(messenger, asked, progress), progress, asked, answer, CardState.Of(given), cancellationToken);
        await answers.SaveAsync(given with { Plan = plan }, progress.ReplyId);
    }
}
