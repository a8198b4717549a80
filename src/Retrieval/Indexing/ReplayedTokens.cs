using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Token = Wenlu.Retrieval.Analysis.Token;

namespace Wenlu.Retrieval.Indexing;

/// <summary>Hands tokens that are already analysed to Lucene: the analysis stays a pure function that a test can call.</summary>
internal sealed class ReplayedTokens : TokenStream
{
    private readonly IReadOnlyList<Token> tokens;
    private readonly ICharTermAttribute term;
    private readonly IPositionIncrementAttribute step;
    private int next;

    public ReplayedTokens(IReadOnlyList<Token> tokens)
    {
        this.tokens = tokens;
        term = AddAttribute<ICharTermAttribute>();
        step = AddAttribute<IPositionIncrementAttribute>();
    }

    public override void Reset()
    {
        base.Reset();
        next = 0;
    }

    public override bool IncrementToken()
    {
        if (next == tokens.Count)
            return false;
        var token = tokens[next++];
        term.SetEmpty().Append(token.Term);
        step.PositionIncrement = token.Step;
        return true;
    }
}
