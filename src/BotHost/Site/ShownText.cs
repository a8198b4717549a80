namespace Wenlu.BotHost.Site;

/// <summary>Turns texts that grow into their increments.</summary>
internal sealed class ShownText
{
    private string shown = string.Empty;

    /// <summary>
    /// What a text adds to those before; empty when it adds nothing, or replaces them. Half a surrogate pair waits for its
    /// other half, since alone it cannot be written.
    /// </summary>
    public string Next(string text)
    {
        var whole = text.Length > 0 && char.IsHighSurrogate(text[^1]) ? text[..^1] : text;
        if (whole.Length <= shown.Length || !whole.StartsWith(shown, StringComparison.Ordinal))
            return string.Empty;
        var added = whole[shown.Length..];
        shown = whole;
        return added;
    }
}
