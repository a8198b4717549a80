using Wenlu.Retrieval.Analysis;

namespace Wenlu.Retrieval.Search;

/// <summary>What is looked up for a question: the terms of both fields and the content they came from.</summary>
/// <param name="Content">The question as it is analysed: folded, without the words that only ask.</param>
/// <param name="Lexemes">The question's content in order.</param>
/// <param name="Pairs">Terms of the bigram fields.</param>
/// <param name="Singles">Terms of the unigram fields.</param>
/// <param name="Lone">Characters that stand alone, which no pair can find.</param>
internal sealed record QueryTerms(
    string Content, IReadOnlyList<Lexeme> Lexemes, IReadOnlyList<string> Pairs, IReadOnlyList<string> Singles, IReadOnlyList<string> Lone)
{
    // A pasted page is not a question: its beginning says what it is about, and work stays bounded.
    private const int MaxLength = 1000;

    // Each term is searched in three fields, and Lucene refuses more than 1,024 clauses.
    private const int MaxTerms = 150;

    public static QueryTerms Of(string question)
    {
        var text = question.Length <= MaxLength ? question : question[..MaxLength];
        var content = QuestionWords.Cut(TextNormalizer.Fold(text));
        var lexemes = TextScanner.Scan(content).ToArray();
        var lone = lexemes.Where(lexeme => lexeme.Ideographic && IsLone(lexeme.Text)).Select(lexeme => lexeme.Text);
        return new QueryTerms(
            content, lexemes, Distinct(TextAnalyzer.Bigrams(content)), Distinct(TextAnalyzer.Unigrams(content)), lone.Distinct().Take(MaxTerms).ToArray());
    }

    private static string[] Distinct(IEnumerable<Token> tokens) => tokens.Select(token => token.Term).Distinct().Take(MaxTerms).ToArray();

    private static bool IsLone(string run) => run.Length == 1 || run.Length == 2 && char.IsSurrogatePair(run[0], run[1]);
}
