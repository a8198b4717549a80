using System.Numerics.Tensors;

namespace Wenlu.Retrieval.Dense;

/// <summary>
/// How good a model is on this very index, without anybody's judgement: sentences taken out of passages are asked, and the rest of
/// their passage has to come before up to four thousand passages of other documents.
/// </summary>
internal static class ModelQuality
{
    /// <summary>
    /// Where the rest of each question's passage comes, counted from 1; equal ones before it, so that a model that says the same of
    /// everything is last.
    /// </summary>
    /// <param name="sample">The questions and what they are found among.</param>
    /// <param name="questions">The questions' vectors; null is left out.</param>
    /// <param name="rests">The vectors of what is left of their passages; null is left out.</param>
    /// <param name="store">The passages' vectors.</param>
    public static IEnumerable<PseudoAnswer> Ask(QualitySample sample, float[]?[] questions, float[]?[] rests, VectorStore store)
    {
        var passages = Read(sample, store);
        for (var i = 0; i < questions.Length; i++)
        {
            if (questions[i] is not { } question || rests[i] is not { } rest)
                continue;
            var own = TensorPrimitives.Dot<float>(question, rest);
            var others = passages.Where(passage => passage.DocumentId != sample.Questions[i].DocumentId)
                .Select(passage => TensorPrimitives.Dot<float>(question, passage.Vector)).ToArray();
            yield return new PseudoAnswer(1 + others.Count(cosine => cosine >= own), others.Length + 1, own, others.DefaultIfEmpty(-1).Max());
        }
    }

    /// <summary>The middle one of some cosines; null of none.</summary>
    public static double? MedianOf(IEnumerable<float> cosines) => cosines.Order().ToArray() is { Length: > 0 } ordered ? ordered[ordered.Length / 2] : null;

    /// <summary>
    /// The mean reciprocal rank, moved so that chance is 0, less its standard error: few questions do not prove a model good.
    /// </summary>
    /// <returns>0 to 1; 0 without ranks.</returns>
    public static double Of(IReadOnlyCollection<(int Rank, int Among)> ranks)
    {
        double[] scores = [.. ranks.Where(rank => rank.Among > 1).Select(rank => AboveChance(rank.Rank, rank.Among))];
        if (scores.Length < 2)
            return 0;
        var mean = scores.Average();
        var error = Math.Sqrt(scores.Sum(score => (score - mean) * (score - mean)) / (scores.Length - 1) / scores.Length);
        return Math.Clamp(mean - error, 0, 1);
    }

    private static double AboveChance(int rank, int among)
    {
        var chance = Enumerable.Range(1, among).Sum(any => 1.0 / any) / among;
        return (1.0 / rank - chance) / (1 - chance);
    }

    private static List<(string DocumentId, float[] Vector)> Read(QualitySample sample, VectorStore store)
    {
        using var view = store.View();
        var vectors = new List<(string, float[])>();
        foreach (var (slot, id) in sample.Passages)
        {
            var vector = new float[store.Header.Dimension];
            view.Read(slot, vector);
            vectors.Add((id, vector));
        }
        return vectors;
    }
}

/// <summary>What became of one pseudo-question.</summary>
/// <param name="Rank">Where the rest of its passage came, from 1.</param>
/// <param name="Among">How many passages there were, its own included.</param>
/// <param name="Own">Its cosine with the rest of its own passage.</param>
/// <param name="Stray">Its greatest cosine with a passage of another document; -1 when there was none.</param>
internal readonly record struct PseudoAnswer(int Rank, int Among, float Own, float Stray);
