using Lucene.Net.Search;

namespace Wenlu.Retrieval.Fusion;

/// <summary>What one way of searching found, best first, and how much its word counts beside the others'.</summary>
internal sealed record RankedList(IReadOnlyList<ScoreDoc> Ranking, double Weight);
