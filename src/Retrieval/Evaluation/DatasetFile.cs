using System.IO.Compression;
using System.Text;

namespace Wenlu.Retrieval.Evaluation;

/// <summary>Reads a dataset's file of lines, compressed or not.</summary>
internal static class DatasetFile
{
    /// <summary>The lines that are not blank; an empty file is an error.</summary>
    public static IReadOnlyList<DatasetLine> Lines(string path)
    {
        var lines = Text(path).Split('\n')
            .Select((line, index) => new DatasetLine(path, index + 1, line.TrimEnd('\r')))
            .Where(line => !string.IsNullOrWhiteSpace(line.Text))
            .ToArray();
        return lines.Length > 0 ? lines : throw new DatasetException(path, 0, DatasetFault.Empty);
    }

    /// <summary>The whole file as text, a byte order mark dropped.</summary>
    public static string Text(string path)
    {
        if (!File.Exists(path))
            throw new DatasetException(path, 0, DatasetFault.Missing);
        try
        {
            using var reader = new StreamReader(Open(path), new UTF8Encoding(false, throwOnInvalidBytes: true));
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            throw new DatasetException(path, 0, DatasetFault.NotUtf8);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new DatasetException(path, 0, DatasetFault.Unreadable, exception.Message);
        }
    }

    private static Stream Open(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
        ? new GZipStream(File.OpenRead(path), CompressionMode.Decompress)
        : File.OpenRead(path);
}
