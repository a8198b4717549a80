using Lucene.Net.Documents;
using Wenlu.Retrieval.Chunking;
using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Search;

namespace Wenlu.Retrieval.Dense;

/// <summary>Words taken away from a passage, to be found again by the rest of it.</summary>
/// <param name="Text">The words; asked like a question.</param>
/// <param name="Rest">What is left of the passage, so that the two need not share a word.</param>
/// <param name="DocumentId">Whose passage it was: others of the document are no mistake.</param>
internal sealed record PseudoQuestion(string Text, string Rest, string DocumentId);

/// <summary>Makes questions without anybody writing them: the inverse cloze task (Lee, Chang and Toutanova, ACL 2019).</summary>
internal static class PseudoQuestions
{
    private const int ShortestSentence = 8;
    private const int LongestSentence = 120;
    private const int ShortestHeading = 4;

    /// <summary>A sentence of a passage of several, the heading of one that is too short for that; null where there is neither.</summary>
    public static PseudoQuestion? Of(Document document, Random random)
    {
        var hit = ChunkFields.Read(document, 0);
        var text = MarkdownText.Readable(hit.Text);
        string[] sentences = [.. Sentences.Of(text).Where(sentence => sentence.Trim().Length is >= ShortestSentence and <= LongestSentence)];
        return sentences.Length > 1
            ? WithoutSentence(hit, text, sentences[random.Next(sentences.Length)])
            : WithoutHeading(hit, text);
    }

    private static PseudoQuestion WithoutSentence(Hit hit, string text, string sentence) =>
        new(sentence.Trim(), EmbeddedText.Of(hit.Title, hit.Headings, text.Replace(sentence, "", StringComparison.Ordinal)), hit.DocumentId);

    private static PseudoQuestion? WithoutHeading(Hit hit, string text)
    {
        var heading = hit.Headings is [.., var innermost] ? innermost : hit.Title;
        return heading.Length < ShortestHeading ? null : new PseudoQuestion(heading, EmbeddedText.Of("", [], text), hit.DocumentId);
    }
}
