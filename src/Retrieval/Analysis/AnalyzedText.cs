namespace Wenlu.Retrieval.Analysis;

/// <summary>The terms of one text for both kinds of fields.</summary>
internal sealed class AnalyzedText
{
    private readonly List<Token> unigrams = [];
    private readonly List<Token> bigrams = [];

    public IReadOnlyList<Token> Unigrams => unigrams;

    public IReadOnlyList<Token> Bigrams => bigrams;

    public void AddRun(string run)
    {
        foreach (var character in TextAnalyzer.Characters(run))
            unigrams.Add(new Token(character, 1));
        foreach (var pair in TextAnalyzer.Pairs(run))
            bigrams.Add(new Token(pair, 1));
    }

    public void AddWord(string word)
    {
        var step = 1;
        foreach (var form in WordForms.Of(word))
        {
            unigrams.Add(new Token(form, step));
            bigrams.Add(new Token(form, step));
            step = 0;
        }
    }
}
