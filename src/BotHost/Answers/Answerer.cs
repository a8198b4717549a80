using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Llm;
using Wenlu.BotHost.Operations;

namespace Wenlu.BotHost.Answers;

/// <summary>From a question to its answer: understand, search, write, judge. Whatever the model does, an answer comes out.</summary>
internal sealed partial class Answerer(
    QuestionRewriter rewriter,
    PassageFinder finder,
    ChatModels models,
    TokenCounter tokens,
    IOptions<LlmOptions> options,
    IOptions<KnowledgeOptions> knowledge,
    TimeProvider time,
    ILogger<Answerer> logger,
    OfficialAnswers? official = null)
{
    /// <summary>Reports as it goes; the last report is the finished answer. Only the caller's own cancellation throws.</summary>
    public async IAsyncEnumerable<AnswerProgress> AnswerAsync(Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The work runs as one task of its own, so that its spans nest; with a full channel it waits for the reader.
        var progress = Channel.CreateBounded<AnswerProgress>(1);
        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var work = ReportAsync(question, progress.Writer, abandoned.Token);
        try
        {
            await foreach (var report in progress.Reader.ReadAllAsync(cancellationToken))
                yield return report;
            await work;
        }
        finally
        {
            await abandoned.CancelAsync();
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReportAsync(Question question, ChannelWriter<AnswerProgress> progress, CancellationToken cancellationToken)
    {
        using var activity = BotTelemetry.Activities.StartActivity(BotTelemetry.Spans.Answer);
        try
        {
            var answer = WithNotes(await ComposeUnlessStoppedAsync(question, progress, cancellationToken), question);
            activity?.SetTag("wenlu.answer.outcome", answer.Outcome.ToString());
            await progress.WriteAsync(new AnswerProgress.Finished(answer), cancellationToken);
        }
        catch (Exception exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            throw;
        }
        finally
        {
            progress.Complete();
        }
    }

    private async Task<Answer> ComposeUnlessStoppedAsync(Question question, ChannelWriter<AnswerProgress> progress, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(question.Stop, cancellationToken);
        try
        {
            return await ComposeAsync(question, progress, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var language = Languages.Of(question.Text);
            return new(Outcome.Unavailable, AnswerTexts.StoppedBeforeAnAnswer.In(language), [], [], question.Text, language);
        }
    }

    private async Task<Answer> ComposeAsync(Question question, ChannelWriter<AnswerProgress> progress, CancellationToken cancellationToken)
    {
        var language = Languages.Of(question.Text);
        await progress.WriteAsync(new AnswerProgress.Searching(language), cancellationToken);
        if (!EllipticQuestion.NeedsTopic(question.SearchText) && await FindOfficialAsync(question.SearchText, question, cancellationToken) is { } given)
            return given;
        // Without a model nobody has to read the history, and the tokenizer's vocabulary is not worth its memory.
        var history = models.IsConfigured && question.History.Count > 0
            ? HistoryBudget.Trim(question.History, tokens.Count, tokens.Cut, question.HistoryTokens)
            : question.History;
        var understood = await rewriter.UnderstandAsync(question.SearchText, language, history, cancellationToken);
        if (understood.Standalone != question.SearchText && await FindOfficialAsync(understood.Standalone, question, cancellationToken) is { } meant)
            return meant;
        if (await FindAsync(understood, question, cancellationToken) is not { } findings)
            return new(Outcome.Unavailable, AnswerTexts.Unavailable.In(understood.Language), [], [], understood.Standalone, understood.Language);
        if (!findings.Answerable)
            return NotFoundAnswer.Write(findings);
        var answer = models.IsConfigured
            ? await WriteAsync(question, history, findings, progress, cancellationToken) ?? ExtractiveAnswer.Write(findings, AnswerTexts.PassagesWhileModelIsDown)
            : ExtractiveAnswer.Write(findings, AnswerTexts.Passages);
        var cautious = Staleness.Add(Caution.Add(answer, findings.Band), knowledge.Value.StaleAfter, time.GetUtcNow());
        return FollowUps.Add(cautious, findings);
    }

    private async Task<Answer?> FindOfficialAsync(string standalone, Question question, CancellationToken cancellationToken) =>
        official is null ? null : await official.FindAsync(standalone, question, cancellationToken);

    /// <summary>What the asker has to know about how the question was read.</summary>
    private Answer WithNotes(Answer answer, Question question)
    {
        var isUnseen = question.Pictures.Count > 0 && !models.Sees;
        Bilingual?[] notes = [question.Note, isUnseen ? AnswerTexts.PicturesNotSeen : null];
        return notes.OfType<Bilingual>().Aggregate(answer, (noted, note) => noted with { Markdown = $"{noted.Markdown}\n\n{note.In(answer.Language)}" });
    }

    private async Task<Findings?> FindAsync(UnderstoodQuestion understood, Question question, CancellationToken cancellationToken)
    {
        try
        {
            var found = await finder.FindAsync(understood, question, cancellationToken);
            // The model was asked about a follow-up already; where a question's own words find something, nobody waits for others.
            if (question.History.Count > 0 || found.Answerable)
                return found;
            var revised = await rewriter.ReviseAsync(understood.Standalone, understood.Language, cancellationToken);
            if (revised is null)
                return found;
            var again = await finder.FindAsync(revised, question, cancellationToken);
            return again.Confidence > found.Confidence ? again : found with { Language = revised.Language };
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.SearchFailed(logger, exception.GetType().Name);
            Log.SearchFailure(logger, exception);
            return null;
        }
    }

    /// <summary>Null when the model did not write an answer that can stand.</summary>
    private async Task<Answer?> WriteAsync(
        Question question, IReadOnlyList<Turn> history, Findings findings, ChannelWriter<AnswerProgress> progress, CancellationToken cancellationToken)
    {
        using var total = new CancellationTokenSource(options.Value.Total, time);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(total.Token, cancellationToken);
        try
        {
            return await StreamAsync(question, history, findings, progress, patience.Token);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.ModelGivenUp(logger, ModelTrouble.Name(exception));
            return null;
        }
    }

    private async Task<Answer?> StreamAsync(
        Question question, IReadOnlyList<Turn> history, Findings findings, ChannelWriter<AnswerProgress> progress, CancellationToken cancellationToken)
    {
        var shown = Passages.Within(findings.Passages, tokens.Count);
        await progress.WriteAsync(new AnswerProgress.Found(shown), cancellationToken);
        var read = PassageContext.Extend(shown, findings.Hits, tokens.Count);
        var prompt = Prompts.Answer(question, findings, read, history, Prompts.NewBoundary());
        var draft = new AnswerDraft(findings, read);
        try
        {
            await using var stream = await models.OpenAsync(prompt, cancellationToken);
            await foreach (var piece in stream.ReadAllAsync(cancellationToken))
            {
                if (draft.Append(piece))
                    await progress.WriteAsync(new AnswerProgress.Writing(draft.Markdown) { Cited = draft.Cited }, cancellationToken);
            }

            return draft.Conclude(stream.IsCut);
        }
        catch (Exception) when (question.Stop.IsCancellationRequested)
        {
            if (draft.Stop() is not { } stopped)
                throw;
            return stopped;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The search failed ({Failure}).")]
        public static partial void SearchFailed(ILogger logger, string failure);

        // The message of a parser's exception quotes the question.
        [LoggerMessage(3, LogLevel.Trace, "The search failed.")]
        public static partial void SearchFailure(ILogger logger, Exception exception);

        [LoggerMessage(2, LogLevel.Warning, "The chat model wrote no usable answer ({Cause}); the passages themselves are the answer.")]
        public static partial void ModelGivenUp(ILogger logger, string cause);
    }
}
