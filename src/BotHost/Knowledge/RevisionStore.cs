using System.Globalization;
using StackExchange.Redis;

namespace Wenlu.BotHost.Knowledge;

/// <summary>A document's past, newest first, and what stands of it now.</summary>
/// <param name="Current">Null when it is deleted.</param>
/// <param name="Deleted">Who deleted it and when; null while it lives.</param>
internal sealed record History(StoredDocument? Current, IReadOnlyList<StoredDocument> Past, Deletion? Deleted);

internal sealed record Deletion(string Editor, DateTimeOffset? At);

/// <summary>Reads the revisions that <see cref="RevisionScript"/> keeps. They outlive the document, so that it can be brought back.</summary>
/// <remarks>
/// <c>{knowledge}:revisions:kind:id</c> hash, without a lifetime: <c>kept</c>, the numbers of the past revisions, oldest first, between
/// commas; <c>n:field</c>, every field of the document's hash as revision n had it, but the Markdown; <c>n:body</c>, which text that
/// was; <c>body:…</c>, the texts.
/// </remarks>
internal sealed class RevisionStore(IConnectionMultiplexer redis, KnowledgeStore store)
{
    private IDatabase Database => redis.GetDatabase();

    internal static RedisKey KeyOf(DocumentKey key) => "{knowledge}:revisions:" + key;

    /// <summary>Without their Markdown; null for a document that never was.</summary>
    public async Task<History?> FindAsync(DocumentKey key)
    {
        var current = await store.FindFactsAsync(key);
        var past = await ReadAsync(key, field => !field.StartsWith("body:", StringComparison.Ordinal));
        var gone = await Database.HashGetAsync(KnowledgeStore.KeyOf(key), ["deletedBy", "deletedAt"]);
        if (current is null && past.Count == 0)
            return null;
        return new(current, past, current is null ? new(gone[0].ToString(), KnowledgeStore.TimeOf(gone[1].ToString())) : null);
    }

    /// <summary>A revision with its Markdown, the present one included; null when it is not kept.</summary>
    public async Task<StoredDocument?> FindAsync(DocumentKey key, long revision)
    {
        if (await store.FindAsync(key) is { } current && current.Revision == revision)
            return current;
        var prefix = revision.ToString(CultureInfo.InvariantCulture) + ":";
        if (await ReadAsync(key, field => field.StartsWith(prefix, StringComparison.Ordinal)) is not [var found])
            return null;
        var body = await Database.HashGetAsync(KeyOf(key), prefix + "body");
        var text = await Database.HashGetAsync(KeyOf(key), "body:" + body);
        return text.IsNull ? null : found with { Document = found.Document with { Markdown = text.ToString() } };
    }

    private async Task<IReadOnlyList<StoredDocument>> ReadAsync(DocumentKey key, Predicate<string> isWanted)
    {
        RedisValue[] names = [.. (await Database.HashKeysAsync(KeyOf(key))).Where(name => name != "kept" && isWanted(name.ToString()))];
        if (names.Length == 0)
            return [];
        var values = await Database.HashGetAsync(KeyOf(key), names);
        return
        [
            .. names.Zip(values)
                .Where(pair => !pair.Second.IsNull)
                .Select(pair => (Parts: pair.First.ToString().Split(':', 2), pair.Second))
                .GroupBy(pair => pair.Parts[0], pair => (Name: pair.Parts[1], Value: pair.Second))
                .Select(fields => KnowledgeStore.ToDocument(key, fields.ToDictionary(field => field.Name, field => field.Value)))
                .OfType<StoredDocument>()
                .OrderByDescending(document => document.Revision),
        ];
    }
}
