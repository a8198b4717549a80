using Microsoft.Extensions.Options;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Feishu.Budget;
using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Publication;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Cards;

/// <summary>
/// Writes an answer onto the one card of a question. Every step that must not be repeated is kept with the inbox entry before
/// the next begins, so an attempt that dies anywhere is continued, on the same card, by whoever claims the entry next.
/// </summary>
internal sealed class CardWriter(
    CallBudget budget, CardOpener opener, CardFinisher finisher, AnswerStore answers, AnswerMarks marks, RunningAnswers running, EventInbox inbox,
    PublicationRule publication, IOptions<CardOptions> options, IOptions<SiteOptions> site, TimeProvider time, ILogger<CardWriter> logger)
{
    /// <param name="answering">Begins to answer; not called when an earlier attempt has the answer already.</param>
    public async Task<Answer> WriteAsync(
        Claim claim, Asked asked, string question, Func<IAsyncEnumerable<AnswerProgress>> answering, CancellationToken cancellationToken)
    {
        var progress = await ReadProgressAsync(claim);
        await using var budgeted = await budget.PlanAsync(claim.Entry.CreatedAt, progress.Begun, cancellationToken);
        budgeted.Begin();
        var surface = await opener.OpenAsync(asked, progress, question, budgeted.Form, cancellationToken);
        await running.BeginAsync(asked, progress.ReplyId, Languages.Of(question));
        if (progress.Answer is null)
        {
            await progress.KeepAnswerAsync(await StreamAsync(surface, answering(), Cadence.Of(options.Value, budgeted.Widening * surface.Widening), Languages.Of(question), cancellationToken));
        }

        var given = new GivenAnswer(AnswerStore.IdFor(asked.Key), question, progress.Answer!, time.GetUtcNow(), asked);
        var shownBy = progress.ReplyId;
        await answers.SaveAsync(given, shownBy);
        var state = await marks.StateAsync(given);
        var plan = await finisher.ShowAsync(surface, progress, asked, CardLinks.Resolve(given.Answer, site.Value.BaseUrl), state, cancellationToken);
        if (plan != given.Plan || progress.ReplyId != shownBy)
            await answers.SaveAsync(given with { Plan = plan }, progress.ReplyId);
        await running.EndAsync(asked);
        await publication.ConsiderAsync(asked.ChatId, given.Answer, given.Id, asked.Repeats is not null, cancellationToken);
        return given.Answer;
    }

    /// <summary>Finishes a card that is already in the chat with a sentence.</summary>
    /// <remarks>The first card of an answer that has several stays: it is worth more than a sentence.</remarks>
    /// <returns>False when there is none, so that the sentence needs a message of its own.</returns>
    public async Task<bool> TryApologiseAsync(Claim claim, Asked asked, string question, Bilingual sentence, CancellationToken cancellationToken)
    {
        var progress = await ReadProgressAsync(claim);
        if (progress.ReplyId is null || progress.IsShown)
        {
            return progress.IsShown;
        }

        var language = Languages.Of(question);
        var surface = await opener.OpenAsync(asked, progress, question, AnswerForm.Streamed, cancellationToken);
        var apology = new Answer(Outcome.Unavailable, sentence.In(language), [], [], question, language);
        await finisher.ShowAsync(surface, progress, asked, apology, new CardState(AnswerStore.IdFor(asked.Key)), cancellationToken);
        await running.EndAsync(asked);
        return true;
    }

    private async Task<CardProgress> ReadProgressAsync(Claim claim) => new(inbox, claim, await inbox.ReadProgressAsync(claim));

    private async Task<Answer> StreamAsync(
        ICardSurface surface, IAsyncEnumerable<AnswerProgress> answering, Cadence cadence, Language language, CancellationToken cancellationToken)
    {
        await using var frames = new FrameStream(surface, Frame, cadence, time, logger, cancellationToken);
        await foreach (var progress in answering.WithCancellation(cancellationToken))
        {
            if (progress is AnswerProgress.Writing writing)
            {
                await frames.ShowAsync(writing.Markdown);
            }
            else if (progress is AnswerProgress.Finished finished)
            {
                await frames.StopAsync();
                return finished.Answer;
            }
        }

        throw new InvalidOperationException("The answer ended without being finished.");

        string Frame(string markdown) => AnswerCard.Frame(CardLinks.Resolve(markdown, site.Value.BaseUrl), language);
    }
}
