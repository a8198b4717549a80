using System.Text.RegularExpressions;

namespace Wenlu.BotHost.Wiki;

internal enum SourceKind
{
    /// <summary>A whole space, by its id.</summary>
    Space,

    /// <summary>The space that a page is in, by the page's node.</summary>
    SpaceOf,

    /// <summary>One page of a wiki, by its node.</summary>
    Page,

    /// <summary>One document, by its own token.</summary>
    Docx,

    /// <summary>A token without an address: a node's or a document's, which only the platform can tell.</summary>
    Token,
}

/// <summary>Something that is to be mirrored, as settings or an editor name it.</summary>
internal sealed partial record SyncSource(SourceKind Kind, string Token)
{
    /// <summary>Null when it names no space: an id, the address of a space's settings, or of a page in it.</summary>
    public static SyncSource? OfSpace(string entry) => entry.Trim() switch
    {
        var text when SpaceId().IsMatch(text) => new(SourceKind.Space, text),
        var text when OfAddress(text) is { Kind: SourceKind.Space } space => space,
        var text when OfAddress(text) is { Kind: SourceKind.Page } page => page with { Kind = SourceKind.SpaceOf },
        _ => null,
    };

    /// <summary>Null when it names no document that can be read.</summary>
    public static SyncSource? OfDocument(string entry) => entry.Trim() switch
    {
        var text when OfAddress(text) is { Kind: SourceKind.Page or SourceKind.Docx } document => document,
        var text when BareToken().IsMatch(text) => new(SourceKind.Token, text),
        _ => null,
    };

    /// <summary>A whole space where the address is one's, else a document; with <paramref name="wholeSpace"/> the space of a page.</summary>
    public static SyncSource? Of(string entry, bool wholeSpace) =>
        wholeSpace || SpaceId().IsMatch(entry.Trim()) ? OfSpace(entry) : OfAddress(entry.Trim()) is { Kind: SourceKind.Space } space ? space : OfDocument(entry);

    public static SyncSource? Parse(string text) =>
        text.Split(':') is [var kind, var token] && Enum.TryParse<SourceKind>(kind, out var known) ? new(known, token) : null;

    public override string ToString() => $"{Kind}:{Token}";

    private static SyncSource? OfAddress(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return null;
        return address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["wiki", "settings" or "space", var id, ..] when SpaceId().IsMatch(id) => new(SourceKind.Space, id),
            ["wiki", var node] when BareToken().IsMatch(node) => new(SourceKind.Page, node),
            ["docx", var token] when BareToken().IsMatch(token) => new(SourceKind.Docx, token),
            _ => null,
        };
    }

    [GeneratedRegex(@"\A[0-9]{10,32}\z")]
    private static partial Regex SpaceId();

    [GeneratedRegex(@"\A[A-Za-z0-9]{16,64}\z")]
    private static partial Regex BareToken();
}
