using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Knowledge.Curated;

namespace Wenlu.BotHost.Publication;

/// <summary>What became of a publication: a problem, or where the question is read now.</summary>
internal readonly record struct PublishResult(int Status, string? Path, ApiProblem? Problem)
{
    public static PublishResult Of(ApiProblem problem) => new(problem.Status, null, problem);
}

/// <summary>
/// Puts questions with their answers before everyone, and takes them away again. What is published is a text of its own: it knows
/// neither who asked, nor where.
/// </summary>
internal sealed partial class Publisher(
    KnowledgeStore store, RevisionStore revisions, KnowledgeIndex index, PublicationFeed feed, QuestionCounts counts, PageAnswers answers,
    ILogger<Publisher> logger)
{
    /// <summary>Far above what a change takes; a longer wait means that the index stands still.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Readable on the site, and found, when this returns.</summary>
    public async Task<PublishResult> PublishAsync(KnowledgeDocument question, Precondition precondition, string by, CancellationToken cancellationToken)
    {
        if (await CheckAsync(question) is { } complaint)
            return PublishResult.Of(complaint);
        var written = await store.PutAsync(question, precondition, by);
        if (written.Outcome == WriteOutcome.RevisionMismatch)
            return PublishResult.Of(ApiProblems.RevisionMismatch(written));
        await counts.RestoreAsync(question.Id);
        if (written.Outcome != WriteOutcome.Unchanged)
            Log.Published(logger, question.Id, by);
        if (written.Outcome == WriteOutcome.Replaced)
            await answers.FollowAsync(question, by, cancellationToken);
        if (!await TryShowAsync(written.Change, cancellationToken))
            return PublishResult.Of(ApiProblems.NotYetSearchable(written.Revision));
        var path = PublishedQuestion.Of(new StoredDocument(question, written.Revision, string.Empty, written.Change)).Path;
        return new(written.Outcome == WriteOutcome.Created ? StatusCodes.Status201Created : StatusCodes.Status200OK, path, null);
    }

    public async Task<PublishResult> WithdrawAsync(string id, string by, CancellationToken cancellationToken)
    {
        var written = await store.DeleteAsync(new(Kinds.Question, id), Precondition.None, by);
        if (written.Outcome == WriteOutcome.NotFound)
            return PublishResult.Of(ApiProblems.NotFound with { Detail = PublicationTexts.NotPublished });
        await counts.DiscardAsync(id);
        await answers.RemoveAsync(id, by, cancellationToken);
        Log.Withdrawn(logger, id, by);
        return await TryShowAsync(written.Change, cancellationToken)
            ? new(StatusCodes.Status204NoContent, null, null)
            : PublishResult.Of(ApiProblems.NotYetSearchable(written.Revision));
    }

    /// <summary>Takes back that a question was taken from the site: as it stood, its numbers beginning anew.</summary>
    public async Task<PublishResult> RestoreAsync(string id, string by, CancellationToken cancellationToken)
    {
        var key = new DocumentKey(Kinds.Question, id);
        if (await revisions.FindAsync(key) is not { Current: null, Past: [var last, ..] } || await revisions.FindAsync(key, last.Revision) is not { } past)
            return PublishResult.Of(ApiProblems.NotFound with { Detail = PublicationTexts.NotPublished });
        var result = await PublishAsync(past.Document, Precondition.Absent, by, cancellationToken);
        if (result.Problem is null)
            await answers.RestoreAsync(id, by, cancellationToken);
        return result;
    }

    /// <summary>A given answer as a question of its own; null when it rests on nothing, or on what is in no document.</summary>
    public async Task<KnowledgeDocument?> DetachAsync(string id, Answer answer, DateTimeOffset at)
    {
        if (answer.Outcome != Outcome.Grounded || answer.References.Count == 0)
            return null;
        var sources = await Task.WhenAll(answer.References.OrderBy(reference => reference.Number).Select(SourceOfAsync));
        return new KnowledgeDocument(id, answer.StandaloneQuestion.Trim(), answer.Markdown, Audience.Everyone)
        {
            Kind = Kinds.Question,
            Url = "/questions/" + id,
            UpdatedAt = at,
            Sources = sources,
            WrittenByModel = answer.Official is null,
        };
    }

    private async Task<string> SourceOfAsync(Reference reference) =>
        DocumentId.IsValid(reference.DocumentId) && await store.FindAsync(new(Kinds.Document, reference.DocumentId)) is { } stored
        && SourcePassages.AnchorOf(stored, reference) is { Length: > 0 } anchor
            ? $"{reference.DocumentId}#{anchor}"
            : reference.DocumentId;

    /// <summary>Why it cannot be on the site; null when it can.</summary>
    public async Task<ApiProblem?> CheckAsync(KnowledgeDocument question)
    {
        var errors = new FieldErrors();
        if (question.Sources.Count == 0)
            errors.Add("sources", PublicationTexts.NoSources);
        SourceNames.CheckCitations(question.Markdown, question.Sources, errors);
        foreach (var id in question.Sources.Select(SourceNames.IdOf).Distinct())
        {
            if (!DocumentId.IsValid(id) || await store.FindFactsAsync(new(Kinds.Document, id)) is not { IsPublic: true })
                errors.Add("sources", PublicationTexts.NotPublic(id));
        }

        return errors.Count == 0 ? null : ApiProblems.Invalid(errors);
    }

    private async Task<bool> TryShowAsync(long change, CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(index.CatchUpAsync(change, cancellationToken), feed.CatchUpAsync(change, cancellationToken)).WaitAsync(Patience, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{By} published question {Id}.")]
        public static partial void Published(ILogger logger, string id, string by);

        [LoggerMessage(2, LogLevel.Information, "{By} took question {Id} from the site.")]
        public static partial void Withdrawn(ILogger logger, string id, string by);
    }
}
