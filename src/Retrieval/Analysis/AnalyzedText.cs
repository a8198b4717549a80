namespace Wenlu.Retrieval.Analysis;

/// <summary>The terms of one text for both kinds of fields.</summary>
internal sealed class AnalyzedText
{
    private readonly List<Lexeme> lexemes = [];
    private readonly List<Token> unigrams = [];
    private readonly List<Token> bigrams = [];

    /// <summary>What the terms were made of, in order.</summary>
    public IReadOnlyList<Lexeme> Lexemes => lexemes;

    public IReadOnlyList<Token> Unigrams => unigrams;

    public IReadOnlyList<Token> Bigrams => bigrams;

    public void Add(Lexeme lexeme)
    {
        lexemes.Add(lexeme);
        if (lexeme.Ideographic)
            AddRun(lexeme.Text);
        else
            AddWord(lexeme.Text);
    }

    private void AddRun(string run)
    {
        foreach (var character in TextAnalyzer.Characters(run))
            unigrams.Add(new Token(character, 1));
        foreach (var pair in TextAnalyzer.Pairs(run))
            bigrams.Add(new Token(pair, 1));
        // A number is found by its figures as well; a run that holds one is long enough to have a term before them.
        foreach (var figures in ChineseNumbers.In(run))
            Add(new Token(figures, 0));
    }

    private void AddWord(string word)
    {
        var step = 1;
        foreach (var form in WordForms.Of(word))
        {
            Add(new Token(form, step));
            step = 0;
        }
    }

    private void Add(Token token)
    {
        unigrams.Add(token);
        bigrams.Add(token);
    }
}
