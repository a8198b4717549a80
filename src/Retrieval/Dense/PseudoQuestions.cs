using Lucene.Net.Documents;
using Wenlu.Retrieval.Chunking;
using Wenlu.Retrieval.Indexing;

namespace Wenlu.Retrieval.Dense;

/// <summary>A sentence taken out of a passage, to be found again by the rest of it.</summary>
/// <param name="Text">The sentence; asked like a question.</param>
/// <param name="Rest">What is left of the passage, so that the two need not share a word.</param>
/// <param name="DocumentId">Whose passage it was: others of the document are no mistake.</param>
internal sealed record PseudoQuestion(string Text, string Rest, string DocumentId);

/// <summary>Makes questions without anybody writing them: the inverse cloze task (Lee, Chang and Toutanova, ACL 2019).</summary>
internal static class PseudoQuestions
{
    private const int ShortestSentence = 8;
    private const int LongestSentence = 120;

    /// <summary>Null for a passage that is not long enough to lose a sentence.</summary>
    public static PseudoQuestion? Of(Document document, Random random)
    {
        var hit = ChunkFields.Read(document, 0);
        var readable = MarkdownText.Readable(hit.Text);
        string[] usable = [.. Sentences.Of(readable).Where(sentence => sentence.Trim().Length is >= ShortestSentence and <= LongestSentence)];
        if (usable.Length < 2)
            return null;
        var taken = usable[random.Next(usable.Length)];
        return new PseudoQuestion(taken.Trim(), EmbeddedText.Of(hit.Title, hit.Headings, readable.Replace(taken, "")), hit.DocumentId);
    }
}
