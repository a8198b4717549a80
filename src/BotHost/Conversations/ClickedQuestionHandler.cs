using Microsoft.Extensions.Options;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Events;
using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Interruptions;

namespace Wenlu.BotHost.Conversations;

/// <summary>
/// Answers what was asked by a click, on a new card that replies to the clicked one: a question as if it had been typed there, or
/// the same question again in other words. What may be read is decided anew, for who clicked.
/// </summary>
internal sealed class ClickedQuestionHandler(
    ClickedOrigins origins, AnswerMarks marks, AnswerSources sources, ConversationHistory history, StandingAnswers given, Readers readers, RecalledQuestions recalled,
    Replies replies,
    ConversationAnswerer answerer, Apologies apologies, IOptions<ConversationOptions> options) : IEventHandler
{
    public string Type => EventTypes.CardAction;

    public async Task HandleAsync(Claim claim, CancellationToken cancellationToken)
    {
        var clicked = ClickedQuestion.Read(claim.Entry);
        if (await origins.FindAsync(clicked) is not { } origin)
            return;
        var asked = clicked.AskedAfter(origin.Before, claim.Entry.Id);
        await replies.ReplyAsync(asked, origin.Language, Reply, cancellationToken);

        Task Reply() => recalled.WhileItStandsAsync(
            asked, claim.Entry.CreatedAt, standing => AnswerAsync(claim, clicked, asked, origin.Answer, standing), cancellationToken);
    }

    public async Task GiveUpAsync(Claim claim, string cause, CancellationToken cancellationToken)
    {
        var clicked = ClickedQuestion.Read(claim.Entry);
        if (await origins.FindAsync(clicked) is not { } origin)
            return;
        var (asked, question) = (clicked.AskedAfter(origin.Before, claim.Entry.Id), clicked.Value.Question ?? origin.Answer?.Question ?? string.Empty);
        await recalled.WhileItStandsAsync(
            asked, claim.Entry.CreatedAt, standing => apologies.GiveUpAsync(claim, asked, question, standing), cancellationToken);
    }

    private async Task AnswerAsync(Claim claim, ClickedQuestion clicked, Asked asked, GivenAnswer? answer, CancellationToken cancellationToken)
    {
        var labels = await readers.LabelsAsync(asked, clicked.Click.IsByOutsider);
        var question = clicked.IsRephrasing ? await AgainAsync(answer!, asked, labels) : await NextAsync(clicked.Value.Question!, asked, labels);
        await answerer.AnswerAsync(claim, asked, question with { HistoryTokens = options.Value.TokenBudget }, cancellationToken);
    }

    /// <summary>What the question means was found out the first time, so it needs no history.</summary>
    private async Task<Question> AgainAsync(GivenAnswer answer, Asked asked, IReadOnlyCollection<string> labels)
    {
        // A crash may have come between keeping the click and noting it on its card.
        await marks.RephrasedAsync(answer.Id, asked.Key);
        var question = new Question(answer.Question, [], labels) { SearchText = answer.Answer.StandaloneQuestion };
        if (!await given.MayBeRepeatedAsync(answer.Answer, labels))
            return question;
        return await sources.HaveChangedAsync(answer.Answer) ? question with { Note = AnswerTexts.AnsweredAnew } : question with { Said = answer.Answer.Markdown };
    }

    private async Task<Question> NextAsync(string question, Asked asked, IReadOnlyCollection<string> labels) =>
        new(question, await history.BeforeAsync(asked, asked.ReplyTo, labels), labels);
}
