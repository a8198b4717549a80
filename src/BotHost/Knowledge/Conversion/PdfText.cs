using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Exceptions;
using Wenlu.BotHost.Attachments;

namespace Wenlu.BotHost.Knowledge.Conversion;

/// <summary>A PDF as Markdown: what is set larger than the running text becomes its headings; without any, each page is a section.</summary>
internal static class PdfText
{
    private const int MaxPages = 3_000;

    public static ConvertedFile Read(byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            using var document = PdfDocument.Open(content, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            return Read(document, cancellationToken);
        }
        catch (PdfDocumentEncryptedException)
        {
            return new ConvertedFile.Refused(AttachmentTexts.Encrypted);
        }
    }

    private static ConvertedFile Read(PdfDocument document, CancellationToken cancellationToken)
    {
        var headings = PdfHeadings.Of(document, MaxPages);
        var text = new BoundedText(SubmissionReader.MaxMarkdown);
        for (var number = 1; number <= Math.Min(document.NumberOfPages, MaxPages) && !text.IsFull; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = ContentOrderTextExtractor.GetText(document.GetPage(number), addDoubleNewline: true);
            if (string.IsNullOrWhiteSpace(page))
                continue;
            if (headings.IsEmpty)
                text.Heading($"p. {number}");
            foreach (var line in page.ReplaceLineEndings("\n").Split('\n'))
                Write(line.Trim(), headings, text);
        }
        return text.ToExtraction() is Extraction.Text read
            ? new ConvertedFile.Text(read.Markdown, document.Information.Title)
            : new ConvertedFile.Refused(AttachmentTexts.NoText);
    }

    private static void Write(string line, PdfHeadings headings, BoundedText text)
    {
        if (headings.LevelOf(line) is > 0 and var level)
            text.Line($"\n{new string('#', level)} {line}\n");
        else
            text.Line(Literal(line));
    }

    /// <summary>What only looks like a heading must not become one; a bullet is a list item.</summary>
    private static string Literal(string line) => line switch
    {
        ['#', ..] => "\\" + line,
        ['•' or '●' or '▪' or '◦', .. var item] => "- " + item.TrimStart(),
        _ => line,
    };
}
