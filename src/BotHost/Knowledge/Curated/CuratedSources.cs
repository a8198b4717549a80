namespace Wenlu.BotHost.Knowledge.Curated;

/// <summary>Notices when what an editor's answer rests on has changed since, or is gone.</summary>
internal sealed class CuratedSources(KnowledgeStore store)
{
    /// <summary>What the sources say now; what is wrong with their names stands in <paramref name="errors"/>.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(IReadOnlyList<string> sources, FieldErrors errors)
    {
        var documents = await Task.WhenAll(sources.Select(FindAsync));
        return [.. sources.Zip(documents, (source, document) => Read(source, document, errors))];
    }

    /// <summary>Those of an answer's sources that no longer say what they said when it was written.</summary>
    public async Task<IReadOnlyList<string>> ChangedAsync(KnowledgeDocument answer)
    {
        var changed = await Task.WhenAll(answer.Sources.Zip(answer.Curation!.SourceStates, IsChangedAsync));
        return [.. answer.Sources.Where((_, index) => changed[index])];
    }

    private async Task<bool> IsChangedAsync(string source, string state)
    {
        if (await store.FindFactsAsync(new(Kinds.Document, SourceNames.IdOf(source))) is not { } facts)
            return true;
        return !SourceState.IsSameRevision(state, facts)
            && (await FindAsync(source) is not { } document || !SourceState.IsSameText(state, SourceState.Of(document, SourceNames.AnchorOf(source))));
    }

    private Task<StoredDocument?> FindAsync(string source) => store.FindAsync(new(Kinds.Document, SourceNames.IdOf(source)));

    private static string Read(string source, StoredDocument? document, FieldErrors errors)
    {
        if (document is null)
            errors.Add("sources", FieldTexts.NoSuchArticle(SourceNames.IdOf(source)));
        else if (SourceState.Of(document, SourceNames.AnchorOf(source)) is { } state)
            return state;
        else
            errors.Add("sources", FieldTexts.NoSuchAnchor(source));
        return string.Empty;
    }
}
