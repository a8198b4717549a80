using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Token = Wenlu.Retrieval.Analysis.Token;

namespace Wenlu.Retrieval.Indexing;

/// <summary>Hands tokens that are already analysed to Lucene: the analysis stays a pure function that a test can call.</summary>
internal sealed class ReplayedTokens : TokenStream
{
    private readonly IEnumerable<Token> _tokens;
    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _step;
    private IEnumerator<Token>? _remaining;

    public ReplayedTokens(IEnumerable<Token> tokens)
    {
        _tokens = tokens;
        _term = AddAttribute<ICharTermAttribute>();
        _step = AddAttribute<IPositionIncrementAttribute>();
    }

    public override void Reset()
    {
        base.Reset();
        _remaining = _tokens.GetEnumerator();
    }

    public override bool IncrementToken()
    {
        if (_remaining is null || !_remaining.MoveNext()) return false;
        ClearAttributes();
        _term.Append(_remaining.Current.Term);
        _step.PositionIncrement = _remaining.Current.Step;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _remaining?.Dispose();
        base.Dispose(disposing);
    }
}
