using DocumentFormat.OpenXml.Packaging;
using Wenlu.BotHost.Attachments;

namespace Wenlu.BotHost.Knowledge.Conversion;

/// <summary>A Word document as Markdown, with the title of its properties.</summary>
internal static class WordText
{
    public static ConvertedFile Read(byte[] content, CancellationToken cancellationToken) =>
        WordFile.Read(content, SubmissionReader.MaxMarkdown, cancellationToken) switch
        {
            Extraction.Text text => new ConvertedFile.Text(text.Markdown, TitleOf(content)),
            Extraction.Refused refused => new ConvertedFile.Refused(refused.Sentence),
            _ => throw new InvalidOperationException("An extraction is one of two."),
        };

    private static string? TitleOf(byte[] content)
    {
        using var stream = new MemoryStream(content, writable: false);
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        return document.PackageProperties.Title;
    }
}
