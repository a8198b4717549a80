using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Wenlu.BotHost.Audit;
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
internal readonly record struct Written(WriteOutcome Outcome, long Revision, long Change)
{
    /// <summary>Who made the document that stood before, for a writer who did not know of it.</summary>
    public LastWrite? Before { get; init; }
}

/// <summary>Who wrote a document as it stands, when, and what; the editor is empty for what no editor wrote.</summary>
internal sealed record LastWrite(string Editor, DateTimeOffset? At, string ContentHash);

internal readonly record struct FeedEntry(long Change, DocumentKey Key);

/// <param name="Trimmed">The last change that is no longer in the feed.</param>
internal readonly record struct FeedPage(IReadOnlyList<FeedEntry> Entries, long Trimmed);

/// <summary>The truth about the documents, in Redis.</summary>
/// <remarks>
/// Keys, all under one hash tag and without a lifetime:
/// <c>{knowledge}:store</c> string, the random identity of this store;
/// <c>{knowledge}:changes</c> string, the number of the last change;
/// <c>{knowledge}:feed</c> sorted set, "kind:id" by the number of its last change, deletions included;
/// <c>{knowledge}:doc:kind:id</c> hash, a document with its revision, editor and time, or the revision and who deleted it and when;
/// <c>{knowledge}:revisions:kind:id</c> hash, its past revisions, see <see cref="RevisionStore"/>;
/// <c>{knowledge}:deletions</c> sorted set, "kind:id" of what is deleted and still in the feed, by the time in milliseconds;
/// <c>{knowledge}:trimmed</c> string, the last change that was taken out of the feed: who is not that far has missed something;
/// <c>{knowledge}:seeding</c> string, set while the seeds are being loaded.
/// </remarks>
internal sealed class KnowledgeStore(IConnectionMultiplexer redis, StoreScripts scripts, DiskSpace disk, IOptions<KnowledgeOptions> options, TimeProvider time)
{
    /// <summary>The writer of what is mirrored from Feishu, whose own history tells who changed it.</summary>
    public const string MirrorEditor = "feishu";

    private const string Model = "model";

    private static readonly RedisKey Identity = "{knowledge}:store";
    private static readonly RedisKey Changes = "{knowledge}:changes";
    private static readonly RedisKey Feed = "{knowledge}:feed";
    private static readonly RedisKey Deletions = "{knowledge}:deletions";
    private static readonly RedisKey Trimmed = "{knowledge}:trimmed";
    private static readonly RedisKey Seeding = "{knowledge}:seeding";

    private static readonly RedisValue[] FactNames =
        ["title", "url", "audience", "tags", "updatedAt", "sources", "writtenBy", "curation", "revision", "contentHash", "change", "origin", "editor", "writtenAt", "size"];

    private IDatabase Database => redis.GetDatabase();

    /// <param name="editor">Who writes; empty for what no editor does, as the seeds.</param>
    /// <param name="contentHash">Of what is restored, whose time the store may have filled in; null for anything new.</param>
    public async Task<Written> PutAsync(KnowledgeDocument document, Precondition precondition, string editor = "", string? contentHash = null)
    {
        disk.EnsureEnough();
        RedisValue[] arguments =
        [
            document.Key.ToString(), precondition.Expected, contentHash ?? document.ContentHash(),
            AuditOf(contentHash is null ? AuditAction.Wrote : AuditAction.Restored, document.Key, document.Title, editor), document.Origin ?? "",
            .. FieldsOf(document), "editor", editor, "writtenAt", Now(),
        ];
        return ToWritten(await scripts.RunAsync(KnowledgeScripts.Put, KeysOf(document.Key), arguments));
    }

    public async Task<Written> DeleteAsync(DocumentKey key, Precondition precondition, string editor = "")
    {
        var title = IsAudited(editor) ? (await Database.HashGetAsync(KeyOf(key), "title")).ToString() : string.Empty;
        var now = time.GetUtcNow();
        RedisValue[] arguments =
        [
            key.ToString(), precondition.Expected, "delete", AuditOf(AuditAction.Deleted, key, title, editor), now.ToUnixTimeMilliseconds(), (now - options.Value.DeletionsFor).ToUnixTimeMilliseconds(),
            options.Value.Deletions, "deletedBy", editor, "deletedAt", Now(),
        ];
        return ToWritten(await scripts.RunAsync(KnowledgeScripts.Delete, KeysOf(key), arguments));
    }

    public async Task<StoredDocument?> FindAsync(DocumentKey key) => ToDocument(key, await Database.HashGetAllAsync(KeyOf(key)));

    /// <summary>Everything but the Markdown; null for what is gone.</summary>
    public async Task<StoredDocument?> FindFactsAsync(DocumentKey key)
    {
        var values = await Database.HashGetAsync(KeyOf(key), FactNames);
        return ToDocument(key, [.. FactNames.Zip(values, (name, value) => new HashEntry(name, value)).Where(entry => !entry.Value.IsNull)]);
    }

    /// <summary>What changed after <paramref name="change"/>, oldest first; each document once, with its last change.</summary>
    public async Task<IReadOnlyList<FeedEntry>> ReadFeedAsync(long change, int count)
    {
        var entries = await Database.SortedSetRangeByScoreWithScoresAsync(Feed, change, exclude: Exclude.Start, take: count);
        return [.. entries.Select(entry => new FeedEntry((long)entry.Score, DocumentKey.Parse(entry.Element.ToString())))];
    }

    /// <summary>The same, with the mark as it was afterwards: were it below, nothing after <paramref name="change"/> was missing.</summary>
    public async Task<FeedPage> FollowFeedAsync(long change, int count)
    {
        var (entries, trimmed) = (ReadFeedAsync(change, count), GetTrimmedAsync());
        return new(await entries, await trimmed);
    }

    /// <summary>Every document in the feed: all that live, and those whose deletion is remembered.</summary>
    public async Task<HashSet<DocumentKey>> ReadKeysAsync()
    {
        const int Page = 5_000;
        var keys = new HashSet<DocumentKey>();
        for (IReadOnlyList<FeedEntry> entries = await ReadFeedAsync(0, Page); entries.Count > 0; entries = await ReadFeedAsync(entries[^1].Change, Page))
            keys.UnionWith(entries.Select(entry => entry.Key));
        return keys;
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

    /// <summary>Whoever has not read the feed beyond this change has missed deletions that are no longer in it.</summary>
    public async Task<long> GetTrimmedAsync() => (long)await Database.StringGetAsync(Trimmed);

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

    internal static RedisKey KeyOf(DocumentKey key) => "{knowledge}:doc:" + key;

    private static RedisKey[] KeysOf(DocumentKey key) => [KeyOf(key), Feed, Changes, RevisionStore.KeyOf(key), Deletions, Trimmed, AuditLog.Key];

    private static Written ToWritten(RedisResult result)
    {
        var parts = (RedisResult[])result!;
        var (editor, at, hash) = (parts[3].ToString(), parts[4].ToString(), parts[5].ToString());
        return new((WriteOutcome)(long)parts[0], (long)parts[1], (long)parts[2])
        {
            Before = hash.Length == 0 ? null : new(editor, TimeOf(at), hash),
        };
    }

    /// <summary>Empty for what no editor does: seeds, and what is mirrored.</summary>
    private string AuditOf(AuditAction action, DocumentKey key, string title, string editor) =>
        IsAudited(editor) ? new AuditEntry(time.GetUtcNow(), editor, action, key.ToString(), title).ToText() : "";

    private static bool IsAudited(string editor) => editor is not ("" or MirrorEditor);

    private string Now() => time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);

    private RedisValue[] FieldsOf(KnowledgeDocument document) =>
    [
        "title", document.Title,
        "url", document.Url ?? "",
        "markdown", document.Markdown,
        "audience", document.Audience.ToJson().ToJsonString(),
        "tags", JsonSerializer.Serialize(document.Tags, KnowledgeJson.Wire.IReadOnlyListString),
        "sources", JsonSerializer.Serialize(document.Sources, KnowledgeJson.Wire.IReadOnlyListString),
        "writtenBy", document.WrittenByModel ? Model : "",
        "body", BodyHash(document.Markdown),
        "size", Encoding.UTF8.GetByteCount(document.Markdown),
        "updatedAt", (document.UpdatedAt ?? time.GetUtcNow()).ToString("O", CultureInfo.InvariantCulture),
        .. document.Curation is { } curation ? (RedisValue[])["curation", JsonSerializer.Serialize(curation, KnowledgeJson.Wire.Curation)] : [],
    ];

    private static StoredDocument? ToDocument(DocumentKey key, HashEntry[] entries) =>
        ToDocument(key, entries.ToDictionary(entry => entry.Name.ToString(), entry => entry.Value));

    /// <summary>Null for the fields of what is gone.</summary>
    internal static StoredDocument? ToDocument(DocumentKey key, Dictionary<string, RedisValue> fields) =>
        fields.TryGetValue("contentHash", out var contentHash)
            ? new StoredDocument(ToContent(key, fields), (long)fields["revision"], contentHash.ToString(), (long)fields["change"])
            {
                Editor = fields.GetValueOrDefault("editor").ToString(),
                WrittenAt = TimeOf(fields.GetValueOrDefault("writtenAt").ToString()),
                Size = (long?)fields.GetValueOrDefault("size"),
            }
            : null;

    private static KnowledgeDocument ToContent(DocumentKey key, Dictionary<string, RedisValue> fields)
    {
        var url = fields["url"].ToString();
        return new(key.Id, fields["title"].ToString(), fields.GetValueOrDefault("markdown").ToString(), AudienceOf(fields["audience"].ToString()))
        {
            Kind = key.Kind,
            Url = url.Length == 0 ? null : url,
            Tags = ListOf(fields["tags"].ToString()),
            Sources = ListOf(fields["sources"].ToString()),
            WrittenByModel = fields.GetValueOrDefault("writtenBy") == Model,
            Origin = fields.GetValueOrDefault("origin").ToString() is { Length: > 0 } origin ? origin : null,
            UpdatedAt = DateTimeOffset.Parse(fields["updatedAt"].ToString(), CultureInfo.InvariantCulture),
            Curation = fields.TryGetValue("curation", out var curation) ? JsonSerializer.Deserialize(curation.ToString(), KnowledgeJson.Wire.Curation) : null,
        };
    }

    private static string BodyHash(string markdown) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(markdown)))[..32];

    internal static DateTimeOffset? TimeOf(string text) => text.Length == 0 ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static Audience AudienceOf(string json) =>
        Audience.Read(JsonElement.Parse(json), new FieldErrors()) ?? throw new InvalidDataException($"The store holds an audience that cannot be read: {json}");

    private static IReadOnlyList<string> ListOf(string json) => JsonSerializer.Deserialize(json, KnowledgeJson.Wire.IReadOnlyListString)!;
}
