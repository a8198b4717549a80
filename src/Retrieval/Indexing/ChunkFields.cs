using System.Globalization;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Wenlu.Retrieval.Analysis;
using Wenlu.Retrieval.Chunking;
using Wenlu.Retrieval.Dense;
using Wenlu.Retrieval.Search;
using Token = Wenlu.Retrieval.Analysis.Token;

namespace Wenlu.Retrieval.Indexing;

/// <summary>
/// How a chunk lies in the index. A change here is a change of <see cref="IndexFolder.SchemaVersion"/>.
/// Searched fields carry the kind in their name: a query names its kind's fields and cannot see another kind.
/// </summary>
internal static class ChunkFields
{
    public const string Access = "access";

    /// <summary>What the section is called, for <see cref="SectionName"/>; read by number of the chunk, not searched.</summary>
    public const string Name = "name";

    /// <summary>The passage's terms in order, see <see cref="TermSequence"/>; read by number of the chunk, not searched.</summary>
    public const string Sequence = "sequence";

    private const string ContentSuffix = "/content";
    private const string LengthSuffix = "/length";
    private const string Key = "key";
    private const string FirstOf = "first";
    private const char Separator = '\u001f';

    private static readonly FieldType Searched = new()
    {
        IsIndexed = true,
        IsTokenized = true,
        IndexOptions = IndexOptions.DOCS_AND_FREQS,
    };

    public static string Unigrams(string kind) => $"{kind}/text1";
    public static string Bigrams(string kind) => $"{kind}/text2";
    public static string TitleUnigrams(string kind) => $"{kind}/title1";
    public static string TitleBigrams(string kind) => $"{kind}/title2";
    public static string HeadingUnigrams(string kind) => $"{kind}/headings1";
    public static string HeadingBigrams(string kind) => $"{kind}/headings2";

    /// <summary>How many terms a passage has in a searched field; read by number of the chunk, not searched.</summary>
    public static string LengthOf(string field) => field + LengthSuffix;

    /// <summary>The hash of what is embedded, by which a chunk finds its vector; read by number of the chunk, not searched.</summary>
    public static string Content(string kind) => kind + ContentSuffix;

    /// <summary>The kinds that a segment has chunks of.</summary>
    public static IEnumerable<string> KindsIn(AtomicReader segment) => segment.FieldInfos
        .Where(field => field.Name.EndsWith(ContentSuffix, StringComparison.Ordinal)).Select(field => field.Name[..^ContentSuffix.Length]);

    /// <summary>Marks all chunks of a document.</summary>
    public static Term KeyOf(string kind, string id) => new(Key, $"{kind}{Separator}{id}");

    /// <summary>The kinds and ids of all documents, also of those whose chunks were deleted and not yet merged away.</summary>
    public static IReadOnlyList<(string Kind, string Id)> KeysIn(IndexReader reader)
    {
        var keys = new List<(string Kind, string Id)>();
        for (var terms = MultiFields.GetTerms(reader, Key)?.GetEnumerator(); terms?.MoveNext() is true;)
        {
            var parts = terms.Term.Utf8ToString().Split(Separator, 2);
            keys.Add((parts[0], parts[1]));
        }
        return keys;
    }

    /// <summary>Marks the first chunk of every document of a kind, which counts them.</summary>
    public static Term FirstChunkOf(string kind) => new(FirstOf, kind);

    public static Document Write(SourceDocument source, AnalyzedText title, Chunk chunk)
    {
        var kind = source.Kind;
        var headings = string.Join(Separator, chunk.Headings);
        // A section whose text does not repeat what its heading says is about it all the same.
        var searched = $"{headings}\n{MarkdownText.Readable(chunk.Text)}";
        var (text, heading) = (TextAnalyzer.Analyze(searched), TextAnalyzer.Analyze(headings));
        var document = new Document
        {
            new StringField(Key, KeyOf(kind, source.Id).Text, Field.Store.NO),
            new BinaryDocValuesField(Name, new BytesRef(SectionName.Write(chunk.Headings is [.., var innermost] ? innermost : source.Title))),
            new BinaryDocValuesField(Sequence, new BytesRef(TermSequence.Write(title, text))),
            new BinaryDocValuesField(Content(kind), new BytesRef(EmbeddedText.HashOf(source.Title, chunk.Headings, chunk.Text).ToBytes())),
            new StoredField("id", source.Id),
            new StoredField("title", source.Title),
            new StoredField("headings", headings),
            new StoredField("text", chunk.Text),
            new StoredField("number", chunk.Number),
            new StoredField("updated", source.UpdatedAt.ToString("O", CultureInfo.InvariantCulture)),
        };
        AddTerms(document, Unigrams(kind), text.Unigrams);
        AddTerms(document, Bigrams(kind), text.Bigrams);
        AddTerms(document, TitleUnigrams(kind), title.Unigrams);
        AddTerms(document, TitleBigrams(kind), title.Bigrams);
        AddTerms(document, HeadingUnigrams(kind), heading.Unigrams);
        AddTerms(document, HeadingBigrams(kind), heading.Bigrams);
        if (chunk.Number == 0)
            document.Add(new StringField(FirstOf, kind, Field.Store.NO));
        if (chunk.Anchor is not null)
            document.Add(new StoredField("anchor", chunk.Anchor));
        if (source.Url is not null)
            document.Add(new StoredField("url", source.Url));
        foreach (var label in source.Access)
            document.Add(new StringField(Access, label, Field.Store.NO));
        return document;
    }

    /// <summary>What was hashed for <see cref="Content"/>, from what is stored.</summary>
    public static string ReadEmbedded(Document document) =>
        EmbeddedText.Of(Text(document, "title")!, HeadingsOf(document), Text(document, "text")!);

    public static Hit Read(Document document, double score) =>
        new Hit(Text(document, "id")!, Text(document, "title")!, HeadingsOf(document), Text(document, "text")!, score)
        {
            Url = Text(document, "url"),
            Anchor = Text(document, "anchor"),
            UpdatedAt = DateTimeOffset.Parse(Text(document, "updated")!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            ChunkNumber = document.GetField("number").GetInt32Value() ?? 0,
        };

    private static void AddTerms(Document document, string field, IReadOnlyList<Token> terms)
    {
        document.Add(new Field(field, new ReplayedTokens(terms), Searched));
        document.Add(new NumericDocValuesField(LengthOf(field), terms.Count));
    }

    private static string[] HeadingsOf(Document document) =>
        Text(document, "headings") is { Length: > 0 } headings ? headings.Split(Separator) : [];

    private static string? Text(Document document, string field) =>
        document.GetField(field)?.GetStringValue(CultureInfo.InvariantCulture);
}
