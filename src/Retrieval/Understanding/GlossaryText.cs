using System.Text;
using System.Text.Unicode;

namespace Wenlu.Retrieval.Understanding;

/// <summary>Bytes to text: spreadsheets write UTF-8 with or without a mark, or what a Chinese Windows calls ANSI.</summary>
internal static class GlossaryText
{
    /// <summary>Reads UTF-8, and GB18030 where it is no UTF-8.</summary>
    /// <exception cref="DecoderFallbackException">It is neither.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = Utf8.IsValid(bytes) ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(
            "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
        return text.GetString(bytes).TrimStart('\uFEFF');
    }
}
