using System.Globalization;
using System.Text.RegularExpressions;

namespace Wenlu.BotHost.Site;

/// <summary>What an answer says on the authority of each of its sources.</summary>
internal static partial class Claims
{
    /// <summary>By number, the sentences before its citations.</summary>
    public static IReadOnlyDictionary<int, IReadOnlyList<string>> Of(string answer)
    {
        var claims = new Dictionary<int, List<string>>();
        foreach (Match cited in Cited().Matches(answer))
        {
            foreach (Capture number in cited.Groups["number"].Captures)
            {
                var key = int.Parse(number.ValueSpan, CultureInfo.InvariantCulture);
                (claims.TryGetValue(key, out var known) ? known : claims[key] = []).Add(cited.Groups["claim"].Value);
            }
        }

        return claims.ToDictionary(claim => claim.Key, claim => (IReadOnlyList<string>)claim.Value);
    }

    [GeneratedRegex(@"(?<claim>[^\n\[\]]+)(?:\s*\[(?<number>[0-9]{1,2})\])+")]
    private static partial Regex Cited();
}
