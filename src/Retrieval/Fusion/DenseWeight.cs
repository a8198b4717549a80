namespace Wenlu.Retrieval.Fusion;

/// <summary>
/// How much the vectors' ranking counts beside that of the words, which counts 1. A poor model must not drag a good ranking down,
/// and which model is poor is found out on the index itself, see <see cref="Dense.ModelQuality"/>.
/// </summary>
/// <remarks>Learned on FAQ answers and an encyclopedia with models from useless to perfect; the figures are in the project's README.</remarks>
internal static class DenseWeight
{
    // So little that with the smoothing of the fusion the vectors alone never take the first place from a passage that the words put there.
    private const double Least = 0.08;

    // At this quality a model adds nothing yet, and at that one as much as the words.
    private const double Poor = 0.1;
    private const double Good = 0.8;

    // Where the words are sure there is less to win.
    private const double Restraint = 0.5;

    /// <summary>From 0.04 to 1.</summary>
    /// <param name="quality">The model's, 0 to 1.</param>
    /// <param name="sureness">The probability, 0 to 1, that the words alone have found the answer.</param>
    public static double Of(double quality, double sureness) =>
        Math.Clamp((quality - Poor) / (Good - Poor), Least, 1) * (1 - Restraint * sureness);
}
