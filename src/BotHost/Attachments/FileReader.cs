namespace Wenlu.BotHost.Attachments;

/// <summary>Reads a file that somebody sent. Its first bytes say what it is, whatever its name says; text has none that say so.</summary>
internal static class FileReader
{
    private static readonly string[] PlainNames = [".txt", ".md", ".markdown", ".log", ".text"];

    /// <summary>Kinds that can be read at all; nothing else is even fetched.</summary>
    public static bool IsReadable(string name) => Extension(name) is ".pdf" or ".docx" or ".csv" or ".tsv" || PlainNames.Contains(Extension(name));

    /// <summary>On a thread of its own and not for ever: what a parser does with a damaged file is anybody's guess.</summary>
    public static async Task<Extraction> ReadAsync(string name, byte[] content, AttachmentOptions limits, TimeProvider time, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(limits.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await Task.Run(() => Read(name, content, limits, either.Token), either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Extraction.Refused(AttachmentTexts.TooSlow);
        }
    }

    private static Extraction Read(string name, byte[] content, AttachmentOptions limits, CancellationToken cancellationToken)
    {
        try
        {
            return (Extension(name), content) switch
            {
                (_, []) => new Extraction.Refused(AttachmentTexts.NoText),
                (_, [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..]) => PdfFile.Read(content, limits, cancellationToken),
                (_, [(byte)'P', (byte)'K', 3, 4, ..]) => WordFile.Read(content, limits.MaxCharacters, cancellationToken),
                // An encrypted .docx is wrapped into the container of the older .doc.
                (".docx", [0xD0, 0xCF, 0x11, 0xE0, ..]) => new Extraction.Refused(AttachmentTexts.Encrypted),
                (".pdf" or ".docx", _) => new Extraction.Refused(AttachmentTexts.Damaged),
                _ when !PlainFile.IsText(content) => new Extraction.Refused(AttachmentTexts.Damaged),
                (".csv" or ".tsv", _) => CsvFile.Read(content, limits.MaxCharacters, cancellationToken),
                _ => PlainFile.Read(content, limits.MaxCharacters),
            };
        }
        // A damaged file shows itself as whatever the parser that met it first thought of.
        catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
        {
            return new Extraction.Refused(AttachmentTexts.Damaged);
        }
    }

    private static string Extension(string name) => Path.GetExtension(name).ToLowerInvariant();
}
