using Wenlu.BotHost.Answers.Markup;

namespace Wenlu.BotHost.Answers;

/// <summary>The best passages themselves as the answer, each quoted with its reference.</summary>
internal static class ExtractiveAnswer
{
    private const int Most = 3;

    public static Answer Write(Findings findings, Bilingual introduction)
    {
        IReadOnlyList<Reference> chosen = [.. Passages.From(findings.Relevant).Take(Most)];
        var quotes = chosen.Select(passage => $"> {Quote(passage, findings.Standalone)} [{passage.Number}]");
        var markdown = string.Join("\n\n", quotes.Prepend(introduction.In(findings.Language)));
        return new(Outcome.Extractive, markdown, chosen, findings.Related, findings.Standalone, findings.Language);
    }

    // An editor's text is no more trusted than a model's: the same writer makes it safe, with no citation to survive.
    private static string Quote(Reference passage, string question)
    {
        var writer = new AnswerWriter(new CitationLedger(shown: 0), new SourceLinks([passage.Url], [passage.Text]));
        writer.Append(Excerpt.Of(passage.Text, question));
        writer.Complete();
        return writer.Markdown.ReplaceLineEndings(" ");
    }
}
