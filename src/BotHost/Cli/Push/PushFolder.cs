using Microsoft.Extensions.FileSystemGlobbing;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Knowledge.Conversion;

namespace Wenlu.BotHost.Cli.Push;

/// <summary>The files of a folder that can be documents, by their paths in it with slashes: those wished for, and all there are.</summary>
internal sealed record PushFolder(string Root, IReadOnlyList<string> Wanted, IReadOnlyList<string> All)
{
    /// <summary>What begins with a dot belongs to tools.</summary>
    private static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = false,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
    };

    public static PushFolder Read(string root, IReadOnlyList<string> include, IReadOnlyList<string> exclude)
    {
        var all = Directory.EnumerateFiles(root, "*", Everywhere)
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Where(IsDocument)
            .Order(StringComparer.Ordinal)
            .ToList();
        var wanted = Filter(include, exclude);
        return new(root, [.. all.Where(path => wanted.Match(path).HasMatches)], all);
    }

    public string PathOf(string relativePath) => Path.Combine(Root, relativePath);

    /// <summary>As people write patterns: without a slash for a name in any folder, with one at its end for all in a folder.</summary>
    public static Matcher Filter(IReadOnlyList<string> include, IReadOnlyList<string> exclude)
    {
        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddIncludePatterns(include.Count == 0 ? ["**/*"] : include.Select(Anywhere));
        matcher.AddExcludePatterns(exclude.Select(Anywhere));
        return matcher;
    }

    private static string Anywhere(string pattern)
    {
        var whole = pattern.EndsWith('/') ? pattern + "**" : pattern;
        return pattern.TrimEnd('/').Contains('/', StringComparison.Ordinal) ? whole.TrimStart('/') : "**/" + whole;
    }

    private static bool IsDocument(string path) =>
        path == GlossaryDocument.Id || path.EndsWith(".md", StringComparison.Ordinal) || FileConversion.TypeOf(path) is not null;
}
