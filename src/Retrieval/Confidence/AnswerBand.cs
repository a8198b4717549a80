namespace Wenlu.Retrieval.Confidence;

/// <summary>What a confidence means for whoever shows an answer.</summary>
public enum AnswerBand
{
    /// <summary>The passages answer the question as far as can be told.</summary>
    Answer,

    /// <summary>The passages are about what is asked and may not answer it, or only in part: show them, and say so.</summary>
    Warn,

    /// <summary>Nothing found answers the question: say that, and where something close stands.</summary>
    Decline,
}
