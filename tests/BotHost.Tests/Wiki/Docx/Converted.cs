using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Wenlu.BotHost.Wiki.Docx;
using Wenlu.StandIns.Feishu.Wiki;

namespace Wenlu.BotHost.Tests.Wiki.Docx;

/// <summary>Ways to a converted document.</summary>
internal static partial class Converted
{
    public static IReadOnlyList<DocxBlock> Blocks(JsonNode items) => items.Deserialize(DocxJson.Default.IReadOnlyListDocxBlock)!;

    public static ConvertedDocument Of(params Draft[] children) => DocxDocument.Convert(Draft.Document(children), DocxReferences.None);

    /// <summary>The Markdown without the mark that names the first block, which most tests are not about.</summary>
    public static string Text(params Draft[] children) => WithoutMarks(Of(children).Markdown);

    public static string WithoutMarks(string markdown) => Mark().Replace(markdown, "").TrimEnd('\n');

    /// <summary>A generated document with everything fetched that it needs.</summary>
    public static ConvertedDocument Of(DocumentGenerator generator, GeneratedDocument document)
    {
        var blocks = Blocks(document.Items);
        var references = new DocxReferences { Users = DocumentGenerator.Users };
        for (var needs = DocxDocument.NeedsOf(blocks, references); !needs.IsNothing; needs = DocxDocument.NeedsOf(blocks, references))
            references = Fetch(generator, references, needs);
        return DocxDocument.Convert(blocks, references);
    }

    private static DocxReferences Fetch(DocumentGenerator generator, DocxReferences known, DocxNeeds needs) => known with
    {
        Sheets = known.Sheets.Concat(needs.Sheets.Select(token => KeyValuePair.Create(token, DocumentGenerator.SheetRows(token)))).ToDictionary(),
        Synced = known.Synced.Concat(needs.Synced.Select(source => KeyValuePair.Create(source, Source(generator, source)))).ToDictionary(),
    };

    private static IReadOnlyList<DocxBlock> Source(DocumentGenerator generator, SyncedSource source) =>
        Blocks(generator.Descendants(int.Parse(source.DocumentId[6..], System.Globalization.CultureInfo.InvariantCulture), source.BlockId)!);

    [GeneratedRegex(@"^\[#[\w-]+\]: #[\w-]+\n\n", RegexOptions.Multiline)]
    private static partial Regex Mark();
}
