using System.Text.Json;
using Wenlu.BotHost.Audit;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Knowledge.Curated;

namespace Wenlu.BotHost.Gaps;

/// <summary>What an editor's deed at a gap came to.</summary>
internal abstract record GapDeed
{
    private GapDeed()
    {
    }

    /// <param name="Gap">As it is now.</param>
    public sealed record Done(Gap Gap) : GapDeed;

    /// <summary>It was answered or dismissed before; null when there is no such gap any more.</summary>
    public sealed record TooLate(Gap? Gap) : GapDeed;

    public sealed record Refused(ApiProblem Problem) : GapDeed;
}

/// <summary>
/// Editors' deeds at gaps. An answer is kept with its gap first, by one change that only one of several editors can make, and comes
/// among the documents from there, however often it takes; then whoever asked is told.
/// </summary>
internal sealed class GapDesk(GapStore store, CuratedAnswers answers, CuratedSources sources, GapPost post, AuditLog audit, TimeProvider time)
{
    public Audience DefaultAudience => answers.DefaultAudience;

    /// <summary>Those that wait, the most asked first.</summary>
    public async Task<IReadOnlyList<Gap>> OpenAsync() => [.. (await store.ListAsync())
        .Where(gap => gap.State == GapState.Open && gap.Aged(time.GetUtcNow()) is not null)
        .OrderByDescending(gap => gap.Count).ThenByDescending(gap => gap.LastAsked)];

    /// <summary>Found by whoever may read it when this returns.</summary>
    public async Task<GapDeed> AnswerAsync(string id, Func<Gap, CuratedDraft> draft, string editor, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id) is not { State: GapState.Open } gap)
            return new GapDeed.TooLate(await store.FindAsync(id));
        var errors = new FieldErrors();
        var written = draft(gap);
        await sources.ReadAsync(written.Sources, errors);
        if (errors.Count > 0)
            return new GapDeed.Refused(ApiProblems.Invalid(errors));
        var kept = Keep(WithWordings(written, gap), editor);
        var (was, now) = await store.ChangeAsync(id, changing => changing.State == GapState.Open ? changing.Answered(kept, time.GetUtcNow()) : changing);
        if (was?.State != GapState.Open)
            return new GapDeed.TooLate(now);
        await FinishAsync(now!, cancellationToken);
        return new GapDeed.Done(now!);
    }

    public async Task<GapDeed> DismissAsync(string id, string by)
    {
        var (was, now) = await store.ChangeAsync(id, gap => gap.State == GapState.Open ? gap.Dismissed(by, time.GetUtcNow()) : gap);
        return await DoneAsync(was?.State == GapState.Open, now, AuditAction.Dismissed, by);
    }

    /// <summary>Takes back that it was dismissed.</summary>
    public async Task<GapDeed> ReopenAsync(string id, string by)
    {
        var (was, now) = await store.ChangeAsync(id, gap => gap.State == GapState.Dismissed ? gap.Reopened() : gap);
        return await DoneAsync(was?.State == GapState.Dismissed, now, AuditAction.Reopened, by);
    }

    /// <summary>Two gaps that are one question: counted, remembered and told as one from here on.</summary>
    public async Task<GapDeed> MergeAsync(string id, string intoId, string by)
    {
        var (gap, into, isMerged) = await store.ChangeBothAsync(id, intoId, (one, other) =>
            id != intoId && one.State == GapState.Open && other.State == GapState.Open ? (one.Merged(intoId, by, time.GetUtcNow()), other.Joined(one)) : null);
        if (!isMerged)
            return new GapDeed.TooLate(gap is { State: GapState.Open } ? into : gap);
        return await DoneAsync(true, gap, AuditAction.Merged, by);
    }

    /// <summary>It was answered already: that answer is found by its wordings too, and whoever asked is told.</summary>
    public async Task<GapDeed> AnswerWithAsync(string id, string answerId, string by, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id) is not { State: GapState.Open } gap)
            return new GapDeed.TooLate(await store.FindAsync(id));
        var written = await answers.AddWordingsAsync(answerId, gap.Wordings.Prepend(gap.Question), by, cancellationToken);
        if (written.Problem is { } problem)
            return new GapDeed.Refused(problem);
        var (was, now) = await store.ChangeAsync(id, changing => changing.State == GapState.Open ? changing.AnsweredBy(answerId, by, time.GetUtcNow()) : changing);
        if (was?.State != GapState.Open)
            return new GapDeed.TooLate(now);
        await FinishAsync(now!, cancellationToken);
        return await DoneAsync(true, now, AuditAction.Merged, by);
    }

    private async Task<GapDeed> DoneAsync(bool isDone, Gap? gap, AuditAction action, string by)
    {
        if (!isDone)
            return new GapDeed.TooLate(gap);
        await audit.WriteAsync(new AuditEntry(time.GetUtcNow(), by, action, $"gap:{gap!.Id}", gap.Question));
        return new GapDeed.Done(gap);
    }

    /// <summary>Brings an answer among the documents and has its askers told; again after a crash, and then nothing happens twice.</summary>
    public async Task FinishAsync(Gap gap, CancellationToken cancellationToken)
    {
        if (gap.Draft is { } draft)
        {
            var written = await answers.WriteAsync(gap.AnswerId, Draft(draft), Precondition.None, draft.Editor, cancellationToken);
            // A source that vanished meanwhile is no reason to lose what was written.
            if (written.Problem is { Status: StatusCodes.Status400BadRequest })
                await answers.WriteAsync(gap.AnswerId, Draft(draft) with { Sources = [] }, Precondition.None, draft.Editor, cancellationToken);
            await store.ChangeAsync(gap.Id, changing => changing with { Draft = null });
        }
        foreach (var ask in gap.Asks.Where(ask => ask.Asked is not null))
            await post.TellAsync(gap, ask);
    }

    /// <summary>Whoever asked in other words finds it too.</summary>
    private static CuratedDraft WithWordings(CuratedDraft draft, Gap gap) => draft with
    {
        Paraphrases = [.. draft.Paraphrases.Concat(gap.Wordings).Append(gap.Question).Where(wording => wording != draft.Question).Distinct().Take(CuratedFields.MostParaphrases)],
    };

    private static GapDraft Keep(CuratedDraft draft, string editor) => new(draft.Question, draft.Markdown, draft.Audience.ToJson().ToJsonString(), editor)
    {
        Paraphrases = draft.Paraphrases,
        Sources = draft.Sources,
        ExpiresAt = draft.ExpiresAt,
    };

    private static CuratedDraft Draft(GapDraft kept) =>
        new(kept.Question, kept.Markdown, Audience.Read(JsonElement.Parse(kept.Audience), new FieldErrors()) ?? throw new InvalidDataException(kept.Audience))
        {
            Paraphrases = kept.Paraphrases,
            Sources = kept.Sources,
            ExpiresAt = kept.ExpiresAt,
        };
}
