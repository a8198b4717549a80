using Wenlu.BotHost.Desk.Writing;
using Wenlu.BotHost.Gaps;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Knowledge.Curated;
using Wenlu.BotHost.Publication;

namespace Wenlu.BotHost.Desk.Questions;

/// <summary>What an editor's answer came to.</summary>
internal abstract record AnsweringResult
{
    private AnsweringResult()
    {
    }

    public sealed record Done(bool IsOnSite) : AnsweringResult;

    public sealed record Refused(FormProblems Problems) : AnsweringResult;

    /// <summary>Somebody else was faster, or the question was taken back.</summary>
    public sealed record TooLate : AnsweringResult;
}

/// <summary>Makes an official answer of what an editor typed, and a page of the site if they want. What could keep it from the site is known before anything is done.</summary>
internal sealed class GapAnswering(GapDesk desk, Publisher publisher, PublishedQuestions published, TimeProvider time)
{
    public async Task<AnsweringResult> AnswerAsync(string id, TypedAnswer typed, string editor, Language language, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var draft = CuratedFields.Read(typed.ToOfficialAnswer(), AudienceOf(typed), errors);
        if (typed.Readers is not (AnswerReaders.Tenant or AnswerReaders.Everyone or AnswerReaders.Site))
            errors.Add("readers", WritingTexts.ReadersUnknown);
        if (errors.Count > 0)
            return new AnsweringResult.Refused(FormProblems.Of(errors, language));
        var (page, problem) = await PageAsync(typed);
        if (problem is not null)
            return new AnsweringResult.Refused(FormProblems.Of(problem, language));
        return await desk.AnswerAsync(id, _ => draft, editor, cancellationToken) switch
        {
            GapDeed.Done => new AnsweringResult.Done(page is not null && (await publisher.PublishAsync(page, Precondition.Absent, editor, cancellationToken)).Problem is null),
            GapDeed.Refused refused => new AnsweringResult.Refused(FormProblems.Of(refused.Problem, language)),
            _ => new AnsweringResult.TooLate(),
        };
    }

    private static Audience AudienceOf(TypedAnswer typed) => typed.Readers == AnswerReaders.Tenant ? Audience.Tenant : Audience.Everyone;

    /// <summary>As it will stand on the site, or why it cannot; neither when it is not wanted there.</summary>
    private async Task<(KnowledgeDocument? Page, ApiProblem? Problem)> PageAsync(TypedAnswer typed)
    {
        if (typed.Readers != AnswerReaders.Site)
            return (null, null);
        var id = PublicationRule.IdOf(typed.Question);
        if (published.FindWording(typed.Question) is not null || published.Ids.Contains(id))
            return (null, ApiProblems.Invalid(FieldErrors.Of("question", QuestionDeskTexts.AlreadyOnSite)));
        return PublicationReader.Read(typed.ToPublication(), id, time.GetUtcNow()) switch
        {
            Submission.Accepted accepted => (accepted.Document, await publisher.CheckAsync(accepted.Document)),
            Submission.Refused refused => (null, refused.Problem),
            _ => throw new InvalidOperationException("A submission is one of two."),
        };
    }
}
