using Wenlu.Retrieval.Confidence;

namespace Wenlu.Retrieval.Search;

/// <summary>
/// Why a search found what it found, and in that order. The numbers are those of the search itself, taken from Lucene's own
/// explanations, and add up: the fields of a wording times the lift of the name, and what meets, are its score.
/// </summary>
/// <param name="Wordings">What was looked up: the question first, then its other wordings, each with the reason for it.</param>
/// <param name="Hits">The hits of the result, in the same order.</param>
/// <param name="Confidence">
/// What the confidence was made of. Null when nothing was found, and for a search limited by <see cref="SearchQuery.Access"/>: rarity is counted over all
/// documents, also those that the asker may not read.
/// </param>
public sealed record SearchExplanation(
    IReadOnlyList<ExplainedWording> Wordings, IReadOnlyList<ExplainedHit> Hits, ExplainedConfidence? Confidence);

/// <summary>One wording of the question.</summary>
/// <param name="Text">What of it is looked up: folded, without the words that only ask.</param>
/// <param name="Reason">Why it is looked up: <c>asked</c>, <c>phrasing</c>, or what put other words in its place.</param>
/// <param name="Weight">How much its ranking counts beside the others'; the question's own counts 1.</param>
/// <param name="Fields">The terms, for each field that they are looked up in.</param>
public sealed record ExplainedWording(string Text, string Reason, double Weight, IReadOnlyList<ExplainedField> Fields);

/// <summary>The terms that were looked up in one field.</summary>
/// <param name="Name"><c>text</c>, <c>title</c> or <c>headings</c>, with 1 for single characters and words or 2 for pairs of characters and words.</param>
/// <param name="Weight">What a match in this field counts.</param>
/// <param name="Terms">In the order of the question.</param>
public sealed record ExplainedField(string Name, double Weight, IReadOnlyList<ExplainedTerm> Terms);

/// <summary>A term, and how rare it is.</summary>
/// <param name="Text">The term.</param>
/// <param name="DocumentFrequency">How many passages hold it in this field; null for a search limited by <see cref="SearchQuery.Access"/>.</param>
/// <param name="InverseDocumentFrequency">Its weight by rarity, see <c>ChunkSimilarity</c>; null for a search limited by <see cref="SearchQuery.Access"/>.</param>
public sealed record ExplainedTerm(string Text, int? DocumentFrequency, double? InverseDocumentFrequency);

/// <summary>How a hit came to its place.</summary>
/// <param name="DocumentId">The document of the hit.</param>
/// <param name="ChunkNumber">The passage's place in it.</param>
/// <param name="Lexical">One entry for each wording that found it, in the order of <see cref="SearchExplanation.Wordings"/>.</param>
/// <param name="DenseRank">Its rank by embedding, from 1; null when that side did not find it, or there is none.</param>
/// <param name="DenseScore">The cosine of its embedding and the question's.</param>
/// <param name="FusedScore">The score by which the rankings together placed it.</param>
/// <param name="RerankerScore">The reranker's judgement; null when the fused order stands.</param>
public sealed record ExplainedHit(
    string DocumentId, int ChunkNumber, IReadOnlyList<ExplainedRank> Lexical, int? DenseRank, double? DenseScore, double FusedScore, double? RerankerScore);

/// <summary>How one wording found a hit.</summary>
/// <param name="Wording">The wording's place in <see cref="SearchExplanation.Wordings"/>, from 0.</param>
/// <param name="Rank">The hit's rank for this wording, from 1.</param>
/// <param name="Score">Its score: the sum of <paramref name="Fields"/> times <paramref name="NameLift"/>, and <paramref name="Meeting"/>.</param>
/// <param name="Fields">What the terms of each field gave.</param>
/// <param name="NameLift">1, or up to 2 when the section is called what is asked.</param>
/// <param name="Meeting">What the terms gave that stand together in one place of the passage; 0 for ranks whose passages are not read.</param>
public sealed record ExplainedRank(int Wording, int Rank, double Score, IReadOnlyDictionary<string, double> Fields, double NameLift, double Meeting);

/// <summary>
/// What a confidence was made of: the logistic function of all contributions together, times the trust in the wording. Of several
/// wordings it is the one that makes it most probable that the hits answer the question.
/// </summary>
/// <param name="Wording">The wording's place in <see cref="SearchExplanation.Wordings"/>, from 0.</param>
/// <param name="Trust">The probability, 0 to 1, that the question was meant so; 1 for what was asked.</param>
/// <param name="Features">Empty when no passage holds anything of the question.</param>
public sealed record ExplainedConfidence(int Wording, double Trust, IReadOnlyList<ConfidenceFeature> Features)
{
    internal double Probability => Trust * AnswerConfidence.Of(Features);
}

/// <summary>A part of what a confidence was made of.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The measurement.</param>
/// <param name="Contribution">What it adds to the logarithm of the odds; all contributions together are that logarithm.</param>
public sealed record ConfidenceFeature(string Name, double Value, double Contribution);
