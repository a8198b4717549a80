using System.Globalization;
using System.Text.Json;
using StackExchange.Redis;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Knowledge;

/// <summary>The numbers are those the scripts answer with.</summary>
internal enum WriteOutcome
{
    Unchanged = 0,
    Created = 1,
    Replaced = 2,
    RevisionMismatch = 3,
    NotFound = 4,
    Deleted = 5,
}

/// <summary>What a write did, the document's revision now (0 when there is none), and the change to wait for before it is searchable.</summary>
internal readonly record struct Written(WriteOutcome Outcome, long Revision, long Change);

internal readonly record struct FeedEntry(long Change, DocumentKey Key);

/// <summary>The truth about the documents, in Redis.</summary>
/// <remarks>
/// Keys, all under one hash tag and without a lifetime:
/// <c>{knowledge}:store</c> string, the random identity of this store;
/// <c>{knowledge}:changes</c> string, the number of the last change;
/// <c>{knowledge}:feed</c> sorted set, "kind:id" by the number of its last change, deletions included;
/// <c>{knowledge}:doc:kind:id</c> hash, a document with its revision, or the revision alone when it was deleted;
/// <c>{knowledge}:seeding</c> string, set while the seeds are being loaded.
/// </remarks>
internal sealed class KnowledgeStore(IConnectionMultiplexer redis, StoreScripts scripts, DiskSpace disk, TimeProvider time)
{
    private const string Model = "model";

    private static readonly RedisKey Identity = "{knowledge}:store";
    private static readonly RedisKey Changes = "{knowledge}:changes";
    private static readonly RedisKey Feed = "{knowledge}:feed";
    private static readonly RedisKey Seeding = "{knowledge}:seeding";

    private IDatabase Database => redis.GetDatabase();

    public async Task<Written> PutAsync(KnowledgeDocument document, Precondition precondition)
    {
        disk.EnsureEnough();
        RedisValue[] arguments = [document.Key.ToString(), precondition.Expected, document.ContentHash(), .. FieldsOf(document)];
        return ToWritten(await scripts.RunAsync(KnowledgeScripts.Put, KeysOf(document.Key), arguments));
    }

    public async Task<Written> DeleteAsync(DocumentKey key, Precondition precondition) =>
        ToWritten(await scripts.RunAsync(KnowledgeScripts.Delete, KeysOf(key), [key.ToString(), precondition.Expected, "delete"]));

    public async Task<StoredDocument?> FindAsync(DocumentKey key) => ToDocument(key, await Database.HashGetAllAsync(KeyOf(key)));

    /// <summary>Everything but the Markdown; null for what is gone.</summary>
    public async Task<StoredDocument?> FindFactsAsync(DocumentKey key)
    {
        RedisValue[] names = ["title", "url", "audience", "tags", "updatedAt", "sources", "writtenBy", "revision", "contentHash", "change"];
        var values = await Database.HashGetAsync(KeyOf(key), names);
        return ToDocument(key, [.. names.Zip(values, (name, value) => new HashEntry(name, value)).Where(entry => !entry.Value.IsNull)]);
    }

    /// <summary>What changed after <paramref name="change"/>, oldest first; each document once, with its last change.</summary>
    public async Task<IReadOnlyList<FeedEntry>> ReadFeedAsync(long change, int count)
    {
        var entries = await Database.SortedSetRangeByScoreWithScoresAsync(Feed, change, exclude: Exclude.Start, take: count);
        return [.. entries.Select(entry => new FeedEntry((long)entry.Score, DocumentKey.Parse(entry.Element.ToString())))];
    }

    /// <summary>
    /// Living documents in the order of their last change, without their Markdown: one that changes meanwhile moves to the end
    /// and is never missed.
    /// </summary>
    public async Task<IReadOnlyList<StoredDocument>> ListAsync(string kind, long afterChange, int count)
    {
        var found = new List<StoredDocument>(count);
        for (var change = afterChange; found.Count < count;)
        {
            var entries = await ReadFeedAsync(change, count);
            var facts = await Task.WhenAll(entries.Where(entry => entry.Key.Kind == kind).Select(FindFactsAsync));
            found.AddRange(facts.OfType<StoredDocument>().Take(count - found.Count));
            if (entries.Count < count)
                break;
            change = entries[^1].Change;
        }
        return found;
    }

    /// <summary>As a cursor counts the place in the feed that was read, even if the document has moved on since.</summary>
    private async Task<StoredDocument?> FindFactsAsync(FeedEntry entry) =>
        await FindFactsAsync(entry.Key) is { } facts ? facts with { Change = entry.Change } : null;

    public async Task<long> GetLastChangeAsync() => (long)await Database.StringGetAsync(Changes);

    /// <summary>Tells this store from every other, so that an index is never continued with another store's changes.</summary>
    public async Task<string> GetIdentityAsync()
    {
        await Database.StringSetAsync(Identity, Guid.NewGuid().ToString("N"), when: When.NotExists);
        return (await Database.StringGetAsync(Identity)).ToString();
    }

    /// <summary>True for a store that was never written, and for one whose seeding was cut short.</summary>
    public async Task<bool> BeginSeedingAsync()
    {
        if (await GetLastChangeAsync() == 0)
            await Database.StringSetAsync(Seeding, time.GetUtcNow().ToString("O"));
        return await Database.KeyExistsAsync(Seeding);
    }

    public Task EndSeedingAsync() => Database.KeyDeleteAsync(Seeding);

    private static RedisKey KeyOf(DocumentKey key) => "{knowledge}:doc:" + key;

    private static RedisKey[] KeysOf(DocumentKey key) => [KeyOf(key), Feed, Changes];

    private static Written ToWritten(RedisResult result)
    {
        var numbers = (long[])result!;
        return new((WriteOutcome)numbers[0], numbers[1], numbers[2]);
    }

    private RedisValue[] FieldsOf(KnowledgeDocument document) =>
    [
        "title", document.Title,
        "url", document.Url ?? "",
        "markdown", document.Markdown,
        "audience", document.Audience.ToJson().ToJsonString(),
        "tags", JsonSerializer.Serialize(document.Tags, KnowledgeJson.Wire.IReadOnlyListString),
        "sources", JsonSerializer.Serialize(document.Sources, KnowledgeJson.Wire.IReadOnlyListString),
        "writtenBy", document.WrittenByModel ? Model : "",
        "updatedAt", (document.UpdatedAt ?? time.GetUtcNow()).ToString("O", CultureInfo.InvariantCulture),
    ];

    private static StoredDocument? ToDocument(DocumentKey key, HashEntry[] entries)
    {
        var fields = entries.ToDictionary(entry => entry.Name.ToString(), entry => entry.Value);
        return fields.TryGetValue("contentHash", out var contentHash)
            ? new StoredDocument(ToDocument(key, fields), (long)fields["revision"], contentHash.ToString(), (long)fields["change"])
            : null;
    }

    private static KnowledgeDocument ToDocument(DocumentKey key, Dictionary<string, RedisValue> fields)
    {
        var url = fields["url"].ToString();
        return new(key.Id, fields["title"].ToString(), fields.GetValueOrDefault("markdown").ToString(), AudienceOf(fields["audience"].ToString()))
        {
            Kind = key.Kind,
            Url = url.Length == 0 ? null : url,
            Tags = ListOf(fields["tags"].ToString()),
            Sources = ListOf(fields["sources"].ToString()),
            WrittenByModel = fields.GetValueOrDefault("writtenBy") == Model,
            UpdatedAt = DateTimeOffset.Parse(fields["updatedAt"].ToString(), CultureInfo.InvariantCulture),
        };
    }

    private static Audience AudienceOf(string json) =>
        Audience.Read(JsonElement.Parse(json), new FieldErrors()) ?? throw new InvalidDataException($"The store holds an audience that cannot be read: {json}");

    private static IReadOnlyList<string> ListOf(string json) => JsonSerializer.Deserialize(json, KnowledgeJson.Wire.IReadOnlyListString)!;
}
