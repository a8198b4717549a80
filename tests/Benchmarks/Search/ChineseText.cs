using System.Text;

namespace Wenlu.Benchmarks.Search;

/// <summary>
/// Chinese as far as an index can tell: words of one to four characters chosen by Zipf's law from a vocabulary whose characters
/// follow it too, in sentences, paragraphs and headings. The same seed gives the same text.
/// </summary>
internal sealed class ChineseText(int seed)
{
    private const int Characters = 3500;
    private const int FirstCharacter = 0x4E00;
    private static readonly string[] Vocabulary = CreateVocabulary(50_000);
    private readonly Random random = new(seed);

    public string Heading() => Words(2, 4);

    /// <summary>What somebody might ask about a text: a few of its words in a row, and a question around them.</summary>
    public string QuestionAbout(string markdown)
    {
        var sentences = markdown.Split('。', StringSplitOptions.RemoveEmptyEntries);
        var sentence = sentences[random.Next(sentences.Length - 1)].Split('\n')[^1].Split('，')[0];
        return $"{sentence[..Math.Min(sentence.Length, random.Next(4, 13))]}是怎么回事？";
    }

    /// <summary>Each section is about 400 characters under a heading, which makes one passage.</summary>
    public string Document(int sections)
    {
        var text = new StringBuilder();
        for (var section = 0; section < sections; section++)
            text.Append("## ").AppendLine(Heading()).AppendLine(Section()).AppendLine();
        return text.ToString();
    }

    private string Section()
    {
        var text = new StringBuilder();
        while (text.Length < 400)
            text.Append(Words(3, 8)).Append('，').Append(Words(3, 8)).Append('。');
        return text.ToString();
    }

    private string Words(int fewest, int most) =>
        string.Concat(Enumerable.Range(0, random.Next(fewest, most + 1)).Select(_ => Vocabulary[Zipf(random, Vocabulary.Length)]));

    private static string[] CreateVocabulary(int size)
    {
        var random = new Random(1);
        // Frequent words are short, as in any language; half of all running words then have one character.
        return [.. Enumerable.Range(0, size).Select(rank => Word(random, rank < 300 ? 1 : rank < 20_000 ? 2 : random.Next(2, 5)))];
    }

    private static string Word(Random random, int length) => string.Create(length, random, (word, source) =>
    {
        foreach (ref var character in word)
            character = (char)(FirstCharacter + (Zipf(source, Characters) * 5));
    });

    /// <summary>A rank from 0, each about as often as 1 / (rank + 1).</summary>
    private static int Zipf(Random random, int count) => (int)Math.Pow(count + 1, random.NextDouble()) - 1;
}
