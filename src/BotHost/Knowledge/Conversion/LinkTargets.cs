namespace Wenlu.BotHost.Knowledge.Conversion;

/// <summary>Where the files of a folder are read once they are documents, so that links between them go on working.</summary>
/// <param name="find">The address of a file by its path in the folder; null when there is none.</param>
internal sealed class LinkTargets(Func<string, string?> find)
{
    private static readonly string[] Endings = ["", ".md", "/index.md", "/README.md", ".html", "/index.html"];

    /// <summary>The address of the document that a link in a file leads to; null when it leads to none of them.</summary>
    public string? AddressOf(string file, string link)
    {
        if (!IsRelative(link))
            return null;
        var end = link.AsSpan().IndexOfAny('#', '?');
        var (path, fragment) = (end < 0 ? link : link[..end], link.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? link[at..] : "");
        if (path.Length == 0 || Combine(file, Uri.UnescapeDataString(path)) is not { } target)
            return null;
        var address = Endings.Select(ending => find((target + ending).TrimStart('/'))).FirstOrDefault(found => found is not null);
        return address is null || fragment.Length <= 1 || address.Contains('#', StringComparison.Ordinal) ? address : address + fragment;
    }

    /// <summary>Neither elsewhere nor on the same page.</summary>
    public static bool IsRelative(string link) =>
        link.Length > 0 && link[0] != '#' && !link.StartsWith("//", StringComparison.Ordinal)
        && link.AsSpan(0, link.AsSpan().IndexOfAny('/', '?', '#') is >= 0 and var end ? end : link.Length).IndexOf(':') < 0;

    /// <summary>Null for a path that leaves the folder.</summary>
    private static string? Combine(string file, string path)
    {
        // With a slash at its beginning it counts from the folder.
        List<string> parts = path[0] == '/' ? [] : [.. file.Split('/')[..^1]];
        foreach (var part in path.Split('/'))
        {
            if (part == ".." && parts.Count == 0)
                return null;
            if (part == "..")
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("" or "."))
                parts.Add(part);
        }
        return string.Join('/', parts);
    }
}
