using Wenlu.BotHost.Attachments;

namespace Wenlu.BotHost.Knowledge.Conversion;

/// <summary>Turns HTML, Word and PDF into Markdown: on the server for a body of that type, in the command line for a file.</summary>
internal static class FileConversion
{
    /// <summary>A document of words is far smaller; what is larger is pictures.</summary>
    public const int MaxFile = 20 * 1024 * 1024;

    /// <summary>Damaged files can keep a parser busy for ever.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static readonly IReadOnlyList<string> Types = [MediaTypes.Html, MediaTypes.Word, MediaTypes.Pdf];

    /// <summary>The type of a file that has to be converted, by its name; null for any other.</summary>
    public static string? TypeOf(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".html" or ".htm" => MediaTypes.Html,
        ".docx" => MediaTypes.Word,
        ".pdf" => MediaTypes.Pdf,
        _ => null,
    };

    public static async Task<ConvertedFile> ConvertAsync(string type, byte[] content, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            return await Task.Run(() => Convert(type, content, limit.Token), limit.Token).WaitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ConvertedFile.Refused(AttachmentTexts.TooSlow);
        }
    }

    public static ConvertedFile Convert(string type, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            return (type, content) switch
            {
                (_, []) => new ConvertedFile.Refused(AttachmentTexts.NoText),
                (MediaTypes.Html, _) => HtmlFile.Read(content),
                (MediaTypes.Word, [(byte)'P', (byte)'K', ..]) => WordText.Read(content, cancellationToken),
                // An encrypted .docx is wrapped into the container of the older .doc.
                (MediaTypes.Word, [0xD0, 0xCF, 0x11, 0xE0, ..]) => new ConvertedFile.Refused(AttachmentTexts.Encrypted),
                (MediaTypes.Pdf, [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..]) => PdfText.Read(content, cancellationToken),
                _ => new ConvertedFile.Refused(AttachmentTexts.Damaged),
            };
        }
        // A damaged file shows itself as whatever the parser that met it first thought of.
        catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
        {
            return new ConvertedFile.Refused(AttachmentTexts.Damaged);
        }
    }
}
