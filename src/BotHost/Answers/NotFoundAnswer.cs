using System.Text.RegularExpressions;
using Wenlu.BotHost.Answers.Markup;
using Wenlu.Retrieval.Search;

namespace Wenlu.BotHost.Answers;

/// <summary>Says that the knowledge base does not say, and where something close stands.</summary>
internal static partial class NotFoundAnswer
{
    private const int Nearest = 3;

    // Below this the best hit shares a character or a common word with the question: it is the nearest only because something has to be.
    private const double LeastConfidence = 0.05;

    public static Answer Write(Findings findings)
    {
        var documents = Close(findings).DistinctBy(hit => hit.DocumentId).Take(Nearest).Select(Line).ToList();
        var sentence = AnswerTexts.NotFound.In(findings.Language);
        var markdown = documents.Count == 0
            ? $"{sentence}\n\n{AnswerTexts.NothingClose.In(findings.Language)}"
            : $"{sentence}\n\n{AnswerTexts.Nearest.In(findings.Language)}\n\n{string.Join('\n', documents)}";
        return new(Outcome.NotFound, markdown, [], findings.Related, findings.Standalone, findings.Language);
    }

    private static IEnumerable<Hit> Close(Findings findings) => findings.Confidence < LeastConfidence ? [] : findings.Relevant;

    /// <summary>Whether the text so far may still become the agreed sentence; it is not shown before that is clear.</summary>
    public static bool MayBecomeSentence(string text)
    {
        var start = text.TrimStart();
        return Sentences.Any(sentence => sentence.StartsWith(start, StringComparison.Ordinal) || start.StartsWith(sentence, StringComparison.Ordinal));
    }

    /// <summary>Whether a text without citations says in its own words that the passages do not answer.</summary>
    public static bool IsSaidBy(string text) => Refusals().IsMatch(text);

    private static string[] Sentences => [AnswerTexts.NotFound.Chinese, AnswerTexts.NotFound.English];

    private static string Line(Hit hit)
    {
        var title = string.Concat(hit.Title.Select(character => "[]<>`\\*!\n".Contains(character) ? ' ' : character));
        return Passages.UrlOf(hit with { Anchor = null }) is { } url ? $"- [{title}]({SafeUrl.ForMarkdown(url)})" : $"- {title}";
    }

    [GeneratedRegex(
        "(知识库|资料|文档|段落|来源)(里|中|内)?(并|都|也|均)?(没有|未|找不到|无法找到|不包含|无相关)|没有(找到)?相关(的)?(信息|内容|资料)|"
        + "not (found )?in the (knowledge base|passages|sources|documents)|(knowledge base|passages?|sources?|documents?) (does|do) not",
        RegexOptions.IgnoreCase)]
    private static partial Regex Refusals();
}
