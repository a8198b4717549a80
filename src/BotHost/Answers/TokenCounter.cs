using Microsoft.ML.Tokenizers;

namespace Wenlu.BotHost.Answers;

/// <summary>Counts as current models do. The vocabulary takes tens of megabytes, so it is read when the first long text comes.</summary>
internal sealed class TokenCounter
{
    private readonly Lazy<Tokenizer> tokenizer = new(() => TiktokenTokenizer.CreateForEncoding("o200k_base"));

    public int Count(string text) => tokenizer.Value.CountTokens(text);

    /// <summary>The beginning of a text, of at most so many tokens and without half a character at its end.</summary>
    public string Cut(string text, int tokens)
    {
        var end = tokens <= 0 ? 0 : tokenizer.Value.GetIndexByTokenCount(text, tokens, out _, out _);
        return text[..(end > 0 && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)];
    }
}
