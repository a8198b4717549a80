using System.Text;

namespace Wenlu.Retrieval.Analysis;

/// <summary>Brings both sides of a search to one spelling: width and compatibility forms (NFKC) and script.</summary>
internal static class TextNormalizer
{
    /// <summary>
    /// Everything but the letter case, which still tells where a camelCase word is cut and is dropped with the word's forms;
    /// idempotent. Unpaired surrogates become U+FFFD.
    /// </summary>
    public static string Fold(string text) => ScriptFolding.Fold(Compose(text));

    private static string Compose(string text) =>
        Ascii.IsValid(text) ? text : WellFormed(text).Normalize(NormalizationForm.FormKC);

    // string.Normalize throws on unpaired surrogates, and people do paste half emoji.
    private static string WellFormed(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
}
