namespace Wenlu.Retrieval.Confidence;

/// <summary>
/// The estimated probability that the best passages answer a question: a logistic model of the evidence and of the number of
/// passages, since among many passages one holds half of any question by chance.
/// </summary>
/// <remarks>
/// Fitted on half of 3,300 questions of four sets (encyclopedia in both scripts, FAQ answers, a manual) and measured on all, each
/// asked of its own documents, of another set's, of its own with the answering documents removed, and of knowledge bases of 1,
/// 2, 5 and 30 documents. Every such group weighed the same in the fit, half of them answerable. Questions whose document was not
/// among the first five hits were left out. AUC over all 0.965 (raw BM25 score: 0.786). By set, own against foreign questions:
/// 0.987 to 0.995; against near misses: encyclopedia 0.91 to 0.94, manual 0.73, FAQ 0.69. At the threshold 4.5 % of the
/// answerable are refused (FAQ, whose questions share few words with their answers: 14 %; the others: under 1 %) and
/// 77 % of the unanswerable (foreign ones 68 to 99 %, near misses 11 to 41 %).
/// </remarks>
internal static class AnswerConfidence
{
    /// <summary>From here on a question counts as answerable.</summary>
    public const double Threshold = 0.5;

    /// <summary>0 to 1; 0 without evidence.</summary>
    /// <param name="evidence">What the best passage holds.</param>
    /// <param name="passages">How many were searched.</param>
    public static double Of(Evidence evidence, int passages) => evidence.Coverage <= 0
        ? 0
        : 1 / (1 + Math.Exp(9.84 - 21.42 * evidence.Coverage - 3.85 * Math.Log(1 + evidence.Amount) + 1.33 * Math.Log(1 + passages)));
}
