using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Exceptions;

namespace Wenlu.BotHost.Attachments;

/// <summary>The text of a PDF, each page under a heading of its own, so that a citation names the page.</summary>
internal static class PdfFile
{
    public static Extraction Read(byte[] content, AttachmentOptions limits, CancellationToken cancellationToken)
    {
        try
        {
            using var document = PdfDocument.Open(content, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            return Read(document, limits, cancellationToken);
        }
        catch (PdfDocumentEncryptedException)
        {
            return new Extraction.Refused(AttachmentTexts.Encrypted);
        }
    }

    private static Extraction Read(PdfDocument document, AttachmentOptions limits, CancellationToken cancellationToken)
    {
        var text = new BoundedText(limits.MaxCharacters);
        var pages = Math.Min(document.NumberOfPages, limits.MaxPages);
        for (var number = 1; number <= pages && !text.IsFull; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = ContentOrderTextExtractor.GetText(document.GetPage(number), addDoubleNewline: true);
            if (string.IsNullOrWhiteSpace(page))
                continue;
            text.Heading($"p. {number}");
            foreach (var line in page.ReplaceLineEndings("\n").Split('\n'))
                text.Line(Literal(line));
        }

        var extraction = text.ToExtraction();
        return extraction is Extraction.Text read && pages < document.NumberOfPages ? read with { IsCut = true } : extraction;
    }

    /// <summary>A line that only looks like a heading or like code would cut the page, or make it unreadable.</summary>
    private static string Literal(string line) => line.TrimStart() is ['#', ..] trimmed ? $"\\{trimmed}" : line.TrimStart();
}
