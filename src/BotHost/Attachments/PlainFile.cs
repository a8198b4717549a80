using System.Text;

namespace Wenlu.BotHost.Attachments;

/// <summary>Text and Markdown, in the encodings in which people save them: UTF-8, UTF-16 with its mark, and what Chinese Windows writes.</summary>
internal static class PlainFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding ChineseWindows = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    public static Extraction Read(byte[] content, int mostCharacters)
    {
        var text = new BoundedText(mostCharacters);
        foreach (var line in Decode(content).ReplaceLineEndings("\n").Split('\n'))
            text.Line(line);
        return text.ToExtraction();
    }

    /// <summary>Zero bytes are in no text but in every program: a name that ends in .txt proves nothing.</summary>
    public static bool IsText(byte[] content) => content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || !content.AsSpan(0, Math.Min(content.Length, 8_192)).Contains((byte)0);

    public static string Decode(byte[] content)
    {
        if (content is [0xFF, 0xFE, ..])
            return Encoding.Unicode.GetString(content, 2, content.Length - 2);
        if (content is [0xFE, 0xFF, ..])
            return Encoding.BigEndianUnicode.GetString(content, 2, content.Length - 2);
        try
        {
            return Strict.GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return ChineseWindows.GetString(content);
        }
    }
}
