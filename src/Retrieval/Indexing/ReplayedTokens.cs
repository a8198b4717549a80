using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Token = Wenlu.Retrieval.Analysis.Token;

namespace Wenlu.Retrieval.Indexing;

/// <summary>Hands tokens that are already analysed to Lucene: the analysis stays a pure function that a test can call.</summary>
internal sealed class ReplayedTokens : TokenStream
{
    private readonly IEnumerable<Token> tokens;
    private readonly ICharTermAttribute term;
    private readonly IPositionIncrementAttribute step;
    private IEnumerator<Token>? remaining;

    public ReplayedTokens(IEnumerable<Token> tokens)
    {
        this.tokens = tokens;
        term = AddAttribute<ICharTermAttribute>();
        step = AddAttribute<IPositionIncrementAttribute>();
    }

    public override void Reset()
    {
        base.Reset();
        remaining = tokens.GetEnumerator();
    }

    public override bool IncrementToken()
    {
        if (remaining is null || !remaining.MoveNext())
            return false;
        ClearAttributes();
        term.Append(remaining.Current.Term);
        step.PositionIncrement = remaining.Current.Step;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            remaining?.Dispose();
        base.Dispose(disposing);
    }
}
