using Microsoft.ML.Tokenizers;

namespace Wenlu.BotHost.Answers;

/// <summary>Counts as current models do. The vocabulary takes tens of megabytes, so it is read when the first long text comes.</summary>
internal sealed class TokenCounter
{
    private readonly Lazy<Tokenizer> tokenizer = new(() => TiktokenTokenizer.CreateForEncoding("o200k_base"));

    public int Count(string text) => tokenizer.Value.CountTokens(text);
}
