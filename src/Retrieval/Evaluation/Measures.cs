using Wenlu.Retrieval.Search;

namespace Wenlu.Retrieval.Evaluation;

/// <summary>The names of the measures and what they are of one question.</summary>
public static class Measures
{
    /// <summary>Whether the first document found is a relevant one.</summary>
    public const string DocumentHit1 = "document hit@1";

    /// <summary>Whether one of the first five documents found is.</summary>
    public const string DocumentHit5 = "document hit@5";

    /// <summary>Whether the first passage stands in a section that answers.</summary>
    public const string HeadingHit1 = "heading hit@1";

    /// <summary>Whether one of the first five passages does.</summary>
    public const string HeadingHit5 = "heading hit@5";

    /// <summary>The names of the measures over documents, in the order of printing.</summary>
    /// <param name="depth">How many documents the last three look at.</param>
    public static IReadOnlyList<string> OverDocuments(int depth) =>
        [.. new[] { Recall(1), Recall(5), Recall(depth) }.Distinct(), $"MRR@{depth}", $"nDCG@{depth}", DocumentHit1, DocumentHit5];

    /// <summary>The name of the recall among so many documents.</summary>
    /// <param name="depth">How many.</param>
    public static string Recall(int depth) => $"Recall@{depth}";

    /// <summary>The values for one answerable question; those of headings only when the question says where its answer stands.</summary>
    /// <param name="question">With its judgements.</param>
    /// <param name="documents">The documents found, best first, none twice.</param>
    /// <param name="hits">The passages found, best first, as a reader gets them.</param>
    /// <param name="depth">How many documents are looked at.</param>
    internal static Dictionary<string, double> Of(JudgedQuestion question, IReadOnlyList<string> documents, IReadOnlyList<Hit> hits, int depth)
    {
        var relevant = question.RelevantDocuments;
        var scores = new Dictionary<string, double>
        {
            [Recall(1)] = RankingMeasures.Recall(documents, relevant, 1),
            [Recall(5)] = RankingMeasures.Recall(documents, relevant, 5),
            [Recall(depth)] = RankingMeasures.Recall(documents, relevant, depth),
            [$"MRR@{depth}"] = RankingMeasures.ReciprocalRank(documents, relevant, depth),
            [$"nDCG@{depth}"] = RankingMeasures.Ndcg(documents, relevant, depth),
            [DocumentHit1] = RankingMeasures.Hit(documents.Select(relevant.ContainsKey), 1),
            [DocumentHit5] = RankingMeasures.Hit(documents.Select(relevant.ContainsKey), 5),
        };
        if (question.HasHeadings)
            AddHeadings(scores, [.. hits.Select(hit => question.Judgements.Any(judgement => judgement.Relevance > 0 && HeadingMatch.Holds(judgement, hit)))]);
        return scores;
    }

    private static void AddHeadings(Dictionary<string, double> scores, bool[] inSection)
    {
        scores[HeadingHit1] = RankingMeasures.Hit(inSection, 1);
        scores[HeadingHit5] = RankingMeasures.Hit(inSection, 5);
    }
}
