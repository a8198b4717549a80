using System.Text.RegularExpressions;

namespace Wenlu.BotHost.Knowledge;

/// <summary>Ids are the unreserved characters of RFC 3986 and the colon: safe in a path without any escaping.</summary>
internal static partial class DocumentId
{
    public const int MaxLength = 128;

    public static bool IsValid(string id) => Shape().IsMatch(id) && id is not ("." or "..");

    [GeneratedRegex(@"\A[A-Za-z0-9._~:-]{1,128}\z")]
    private static partial Regex Shape();
}
