namespace Wenlu.Retrieval.Understanding;

/// <summary>Why a question is also searched in other words.</summary>
public enum ExpansionReason
{
    /// <summary>The glossary has another name for it.</summary>
    Glossary,

    /// <summary>The word is in no document, but one that is nearly the same is.</summary>
    Spelling,

    /// <summary>A term of the glossary is pronounced like that.</summary>
    Pinyin,
}

/// <summary>The question in other words: what was understood of it, put in the place where it stood.</summary>
/// <param name="Text">The whole question, to be searched for besides the original.</param>
/// <param name="Weight">How much it counts beside the original, which has 1; above 0 and at most 1.</param>
/// <param name="Reason">Where the other words come from.</param>
/// <param name="From">What was replaced.</param>
/// <param name="To">By what.</param>
public sealed record Expansion(string Text, double Weight, ExpansionReason Reason, string From, string To)
{
    /// <summary>How sure it is that the asker meant this, 0 to 1: another name of a thing is the thing, a guessed word may be off.</summary>
    internal double Trust { get; init; } = Reason == ExpansionReason.Glossary ? 1 : Weight;
}
