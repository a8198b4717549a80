using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Audit;
using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Publication;

/// <summary>A candidate with what people say of it.</summary>
internal sealed record VotedCandidate(Candidate Candidate, int Up, int Down);

/// <summary>What an editor does with a good answer that was given: publishes it, as it is or corrected, or does not want it.</summary>
internal sealed class CandidateDesk(
    Candidates candidates, AnswerMarks marks, KnowledgeStore store, Publisher publisher, PublishedQuestions published, QuestionCounts counts, AuditLog audit, TimeProvider time)
{
    /// <summary>An answer was given: remembers it when it is good, and everything behind it is for everyone.</summary>
    public async Task GivenAsync(Answer answer, string? answerId, bool isRepetition)
    {
        // What an editor wrote already is published by its editor; what the answer itself doubts is a question for them.
        if (answer is not { Outcome: Outcome.Grounded, Official: null, IsUnsure: false, References.Count: > 0 } || !await IsPublicAsync(answer))
            return;
        await candidates.GivenAsync(
            PublicationRule.IdOf(answer.StandaloneQuestion), known => Candidate.Given(known, answer, time.GetUtcNow(), answerId, isRepetition));
    }

    /// <summary>Those that wait, the most liked and most asked first.</summary>
    public async Task<IReadOnlyList<VotedCandidate>> ListAsync()
    {
        var waiting = (await candidates.ListAsync()).Where(candidate => candidate.DiscardedBy is null && published.FindWording(candidate.Answer.StandaloneQuestion) is null);
        var voted = await Task.WhenAll(waiting.Select(WithVotesAsync));
        return [.. voted.OrderByDescending(candidate => candidate.Up - candidate.Down)
            .ThenByDescending(candidate => candidate.Candidate.Count).ThenByDescending(candidate => candidate.Candidate.At)];
    }

    public async Task<VotedCandidate?> FindAsync(string id) => await candidates.FindAsync(id) is { } candidate ? await WithVotesAsync(candidate) : null;

    /// <summary>As it would stand on the site; null when it rests on nothing.</summary>
    public Task<KnowledgeDocument?> DetachAsync(Candidate candidate) => publisher.DetachAsync(candidate.Id, candidate.Answer, candidate.At);

    /// <summary>On the site when this returns; a question in these words that somebody else put there meanwhile stays as it is.</summary>
    public async Task<PublishResult> PublishAsync(KnowledgeDocument question, string by, CancellationToken cancellationToken)
    {
        var result = await publisher.PublishAsync(question, Precondition.Absent, by, cancellationToken);
        if (result.Problem is null)
            await candidates.RemoveAsync(question.Id);
        return result;
    }

    /// <returns>What it was before; null for what is gone.</returns>
    public async Task<Candidate?> DiscardAsync(string id, string by)
    {
        var (was, now) = await candidates.ChangeAsync(
            id, candidate => candidate is { DiscardedBy: null } ? candidate with { DiscardedBy = by, DiscardedAt = time.GetUtcNow() } : candidate);
        if (was is not { DiscardedBy: null })
            return was;
        // Nor does a rule publish it.
        await counts.DiscardAsync(id);
        await audit.WriteAsync(new AuditEntry(time.GetUtcNow(), by, AuditAction.Dismissed, "candidate:" + id, now!.Answer.StandaloneQuestion));
        return was;
    }

    public async Task RestoreAsync(string id, string by)
    {
        var (was, now) = await candidates.ChangeAsync(
            id, candidate => candidate is { DiscardedBy: not null } ? candidate with { DiscardedBy = null, DiscardedAt = null } : candidate);
        if (was is not { DiscardedBy: not null })
            return;
        await counts.RestoreAsync(id);
        await audit.WriteAsync(new AuditEntry(time.GetUtcNow(), by, AuditAction.Reopened, "candidate:" + id, now!.Answer.StandaloneQuestion));
    }

    private async Task<VotedCandidate> WithVotesAsync(Candidate candidate)
    {
        var votes = (await Task.WhenAll(candidate.Answers.Select(marks.VotesAsync))).SelectMany(votes => votes.Values).ToList();
        var down = votes.Count(vote => vote == Votes.Down);
        return new(candidate, votes.Count - down, down);
    }

    private async Task<bool> IsPublicAsync(Answer answer)
    {
        var ids = answer.References.Select(reference => reference.DocumentId).Distinct().ToList();
        if (!ids.TrueForAll(DocumentId.IsValid))
            return false;
        var facts = await Task.WhenAll(ids.Select(id => store.FindFactsAsync(new(Kinds.Document, id))));
        return facts.All(document => document is { IsPublic: true });
    }
}
