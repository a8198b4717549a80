using System.Collections.Concurrent;
using Wenlu.Retrieval.Confidence;
using Wenlu.Retrieval.Search;

namespace Wenlu.BotHost.Tests.Answers;

/// <summary>A knowledge base of a few passages: finds all of a kind that the asker may read, in the order they were added.</summary>
internal sealed class KnownPassages : IRetriever
{
    private readonly List<(string Kind, string Access, Hit Hit)> known = [];

    public ConcurrentQueue<SearchQuery> Queries { get; } = new();

    public bool Answerable { get; set; } = true;

    /// <summary>Whether it is sure that what is answerable is answered by what it finds.</summary>
    public bool IsSure { get; set; } = true;

    /// <summary>How sure it is; by default very, or, when a question is not answerable, more than one common character would give.</summary>
    public double? Confidence { get; set; }

    /// <summary>How sure a search with other phrasings is; null when they change nothing.</summary>
    public double? ConfidenceInPhrasings { get; set; }

    /// <summary>When set, every search fails with it.</summary>
    public Exception? Failure { get; set; }

    public KnownPassages With(string id, string text, string? url = null, string? anchor = null, string kind = "document", string access = "everyone", double? score = null)
    {
        var hit = new Hit(id, $"关于{id}", ["一级", "二级"], text, score ?? 10 - known.Count) { Url = url, Anchor = anchor, ChunkNumber = known.Count };
        known.Add((kind, access, hit));
        return this;
    }

    public KnownPassages WithQuestion(string question, string url)
    {
        known.Add(("question", "everyone", new Hit(question, question, [], question, 1) { Url = url }));
        return this;
    }

    public ValueTask<SearchResult> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        Queries.Enqueue(query);
        if (Failure is not null)
            throw Failure;
        var hits = known.Where(entry => entry.Kind == query.Kind && query.Access?.Contains(entry.Access) != false)
            .Select(entry => entry.Hit).Take(query.TopK).ToList();
        if (query.Phrasings.Count > 0 && ConfidenceInPhrasings is { } found)
            return ValueTask.FromResult(new SearchResult(hits, found, hits.Count == 0 ? AnswerBand.Decline : AnswerBand.Answer));
        var band = hits.Count == 0 || !Answerable ? AnswerBand.Decline : IsSure ? AnswerBand.Answer : AnswerBand.Warn;
        return ValueTask.FromResult(new SearchResult(hits, Confidence ?? (Answerable ? 0.9 : 0.1), band));
    }
}
