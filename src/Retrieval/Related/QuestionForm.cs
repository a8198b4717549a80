using System.Text.RegularExpressions;
using Wenlu.Retrieval.Analysis;
using Wenlu.Retrieval.Search;
using Wenlu.Retrieval.Understanding;

namespace Wenlu.Retrieval.Related;

/// <summary>A question taken apart into what can differ from another.</summary>
/// <param name="Text">From <see cref="QuestionText"/>.</param>
/// <param name="Terms">What it is about, in order: words and single ideographs, without what only asks.</param>
/// <param name="Numbers">The numbers it names.</param>
/// <param name="AskedFor">What would answer it.</param>
/// <param name="Negated">Whether it says no.</param>
/// <param name="Directed">Whether it goes from one thing to another or holds one against the other.</param>
internal sealed partial record QuestionForm(
    string Text, IReadOnlyList<string> Terms, IReadOnlySet<double> Numbers, AskedFor AskedFor, bool Negated, bool Directed)
{
    private const string FunctionCharacters = "的了是在有我你他她它这那把给被就也都还要会能可以得着过吧一下个上去到里";

    public static QuestionForm Of(string question, Glossary glossary)
    {
        var text = QuestionText.Of(question, glossary);
        var negated = Negation().IsMatch(Alternatives().Replace(text, " "));
        var asked = AskingWords.Read(text);
        // Who only says what does not work wants it to work.
        if (asked == AskedFor.None && negated)
            asked = AskedFor.Remedy;
        return new(text, [.. TermsOf(QuestionWords.Cut(Filler().Replace(text, " ")))], QuestionNumbers.Of(text), asked, negated, Direction().IsMatch(text));
    }

    public static bool IsFunctionCharacter(string term) => term.Length == 1 && FunctionCharacters.Contains(term[0], StringComparison.Ordinal);

    private static IEnumerable<string> TermsOf(string content) => TextScanner.Scan(content)
        .SelectMany(lexeme => lexeme.Ideographic ? TextAnalyzer.Characters(lexeme.Text) : [EnglishStem.Of(lexeme.Text)]);

    // What goes with the asking and says nothing about the thing. Questions that are searched keep these words, documents have them.
    [GeneratedRegex(@"原因|咋[办整]|方法|办法|步骤|流程|做法|写法|时候|需要|应该|一般|比较|合适|处理|解决|操作|进行|该|一下|自己|(?<=\w)不$")]
    private static partial Regex Filler();

    [GeneratedRegex(@"不|没|无法|未|别|勿|\b(?:not|no|never|cannot|without|\w+n't)\b")]
    private static partial Regex Negation();

    // 能不能 asks and does not deny.
    [GeneratedRegex(@"(\w{1,2})[不没]\1|可不可以|有没有|(?<=\w)不$|不同|不错|差别|区别|特别|级别|性别|别人")]
    private static partial Regex Alternatives();

    [GeneratedRegex(@"(?<!相)比(?![较如起例赛])|[到至转换成译]|飞(?!机)|\b(?:to|from|than)\b")]
    private static partial Regex Direction();
}
