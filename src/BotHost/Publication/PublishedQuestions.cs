using System.Collections.Concurrent;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Publication;

/// <summary>What stands behind answers, as far as it decides whether they may be shown.</summary>
/// <param name="HasPage">It is read on this site, since it has no address of its own.</param>
internal readonly record struct PublicSource(bool IsPublic, DateTimeOffset UpdatedAt, bool HasPage);

/// <summary>
/// The published questions in memory, as the feed of changes last told of them. One is published while everyone may read it and
/// every document that its answer rests on.
/// </summary>
internal sealed class PublishedQuestions
{
    private readonly ConcurrentDictionary<string, PublishedQuestion> questions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PublicSource> sources = new(StringComparer.Ordinal);
    private volatile IReadOnlyDictionary<string, QuestionCount> counts = new Dictionary<string, QuestionCount>();
    private volatile QuestionLists? lists;
    private long edition;

    /// <summary>In order, counted anew when something changed since they were last asked for.</summary>
    public QuestionLists Lists => lists ??= QuestionLists.Of([.. questions.Values.Where(IsOpen)], CountOf);

    /// <summary>Another one after every question that came, changed or went.</summary>
    public long Edition => Volatile.Read(ref edition);

    /// <summary>As many as there are, open or not.</summary>
    public int Count => questions.Count;

    public PublishedQuestion? Find(string id) => questions.TryGetValue(id, out var question) && IsOpen(question) ? question : null;

    /// <summary>Every one that an editor or a rule put on the site, those that have gone away with a source among them; the newest first.</summary>
    public IReadOnlyList<PublishedQuestion> All => [.. questions.Values.OrderByDescending(question => question.AnsweredAt).ThenBy(question => question.Id, StringComparer.Ordinal)];

    /// <summary>The documents for which it is not shown now: gone, or not for everyone any more.</summary>
    public IReadOnlyList<string> ClosedSources(PublishedQuestion question) => [.. question.Sources.Where(source => !sources.GetValueOrDefault(source).IsPublic)];

    /// <summary>The published question in these words; null when there is none.</summary>
    public PublishedQuestion? FindWording(string question) => Lists.ByWording.GetValueOrDefault(Slug.Wording(question));

    public QuestionCount CountOf(string id) => counts.GetValueOrDefault(id);

    /// <summary>When the youngest document behind the answer last changed.</summary>
    public DateTimeOffset? SourcesChangedAt(PublishedQuestion question) =>
        question.Sources.Count == 0 ? null : question.Sources.Max(source => sources.GetValueOrDefault(source).UpdatedAt);

    public IReadOnlyCollection<string> Ids => [.. questions.Keys];

    public IReadOnlyCollection<string> SourceIds => [.. sources.Keys];

    public bool IsSource(string documentId) => sources.ContainsKey(documentId);

    /// <summary>Documents that are read on this site and that an answer rests on.</summary>
    public IEnumerable<(string Id, DateTimeOffset UpdatedAt)> OpenPages =>
        sources.Where(source => source.Value is { IsPublic: true, HasPage: true }).Select(source => (source.Key, source.Value.UpdatedAt));

    public void Set(PublishedQuestion question)
    {
        questions[question.Id] = question;
        Interlocked.Increment(ref edition);
        lists = null;
    }

    public void Remove(string id)
    {
        if (!questions.TryRemove(id, out _))
            return;
        Interlocked.Increment(ref edition);
        lists = null;
    }

    public void SetSource(string id, StoredDocument? document)
    {
        sources[id] = document is { IsPublic: true } ? new(true, document.UpdatedAt, document.Document.Url is null || document.Document.Url == "/documents/" + id) : default;
        lists = null;
    }

    public void SetCounts(IReadOnlyDictionary<string, QuestionCount> all)
    {
        if (all.Count == counts.Count && all.All(count => counts.GetValueOrDefault(count.Key) == count.Value))
            return;
        counts = all;
        lists = null;
    }

    public void SetCount(string id, QuestionCount count) =>
        SetCounts(new Dictionary<string, QuestionCount>(counts) { [id] = count });

    private bool IsOpen(PublishedQuestion question) => question.Sources.All(source => sources.GetValueOrDefault(source).IsPublic);
}
