using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Wenlu.BotHost.Tests.Attachments;

/// <summary>Real files, made by the programs' own libraries.</summary>
internal static class Files
{
    public static byte[] Pdf(params string[] pages)
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var lines in pages)
        {
            var page = builder.AddPage(595, 842);
            var y = 780;
            foreach (var line in lines.Split('\n').Where(line => line.Length > 0))
                page.AddText(line, 12, new UglyToad.PdfPig.Core.PdfPoint(40, y -= 20), font);
        }

        return builder.Build();
    }

    public static byte[] Word(params OpenXmlElement[] elements)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document(new Body(elements));
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                new Style(new StyleName { Val = "heading 1" }) { Type = StyleValues.Paragraph, StyleId = "1" },
                new Style(new StyleName { Val = "heading 2" }) { Type = StyleValues.Paragraph, StyleId = "2" });
        }

        return stream.ToArray();
    }

    public static Paragraph Text(string text, string? style = null) =>
        new(new ParagraphProperties(style is null ? [] : [new ParagraphStyleId { Val = style }]), new Run(new Text(text)));

    public static Table Rows(params string[][] rows) =>
        new(rows.Select(row => new TableRow(row.Select(cell => new TableCell(Text(cell))))));

    /// <summary>A megabyte that unpacks to half a gigabyte.</summary>
    public static byte[] Bomb()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            var block = Encoding.ASCII.GetBytes(new string(' ', 1 << 20));
            for (var megabyte = 0; megabyte < 256; megabyte++)
                entry.Write(block);
        }

        return stream.ToArray();
    }
}
