using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Desk.Documents;

/// <summary>Shows an editor what somebody else made of a document meanwhile.</summary>
internal sealed class Conflicts(KnowledgeStore store, RevisionStore revisions)
{
    /// <returns>Null when it is what this editor wanted.</returns>
    public async Task<Conflict?> FindAsync(KnowledgeDocument mine, Func<KnowledgeDocument, bool> isSame, Language language)
    {
        if (await store.FindAsync(mine.Key) is { } theirs)
            return isSame(theirs.Document) ? null : new(theirs.Editor, theirs.WrittenAt, theirs.Revision, Comparisons.Between(theirs.Document, mine, language));
        var deleted = (await revisions.FindAsync(mine.Key))?.Deleted;
        return new(deleted?.Editor ?? string.Empty, deleted?.At, 0, new([], []));
    }
}

/// <summary>What became of a form that was sent.</summary>
internal abstract record Saving
{
    private Saving() { }

    /// <param name="Notice">One of <see cref="DeskNotices"/>.</param>
    public sealed record Done(string Id, string Notice) : Saving;

    /// <summary>The form comes back, with all that was typed.</summary>
    public sealed record Again(Complaints Complaints, Conflict? Conflict, int Status) : Saving;

    public static Saving Refused(Complaints complaints, int status) => new Again(complaints, null, status);
}
