using System.Text.RegularExpressions;

namespace Wenlu.BotHost.Site;

/// <summary>What somebody may have looked for who came to an address with nothing there: the words of the address.</summary>
internal static partial class MissingWords
{
    private const int Nearest = 5;
    private const int Longest = 100;

    public static async Task<MissingModel> ModelAsync(PathString path, QuestionSearch search, CancellationToken cancellationToken)
    {
        var words = Of(path.Value ?? string.Empty);
        var nearest = words.Length == 0 ? [] : await search.FindAsync(words, null, Nearest, cancellationToken);
        return new(words, [.. nearest.Select(question => new QuestionItem(question, default))]);
    }

    public static string Of(string path)
    {
        var last = path.Split('/', StringSplitOptions.RemoveEmptyEntries) is [.., var segment] ? segment : string.Empty;
        var words = Separators().Replace(Extension().Replace(last, string.Empty), " ").Trim();
        return words.Length <= Longest ? words : words[..Longest].TrimEnd();
    }

    [GeneratedRegex(@"\.[a-z0-9]{1,5}$", RegexOptions.IgnoreCase)]
    private static partial Regex Extension();

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+")]
    private static partial Regex Separators();
}
