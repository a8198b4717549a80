using System.Text;

namespace Wenlu.Retrieval.Analysis;

/// <summary>Brings both sides of a search to one spelling: width and compatibility forms (NFKC), script, letter case.</summary>
internal static class TextNormalizer
{
    /// <summary>Everything but the letter case, which still tells where a camelCase word is cut; idempotent.</summary>
    public static string Fold(string text) => ScriptFolding.Fold(Compose(text));

    /// <summary>The spelling that is searched; idempotent. Unpaired surrogates become U+FFFD.</summary>
    public static string Normalize(string text) => ScriptFolding.Fold(Compose(Compose(text).ToLowerInvariant()));

    private static string Compose(string text) =>
        Ascii.IsValid(text) ? text : WellFormed(text).Normalize(NormalizationForm.FormKC);

    // string.Normalize throws on unpaired surrogates, and people do paste half emoji.
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
