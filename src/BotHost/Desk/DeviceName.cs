namespace Wenlu.BotHost.Desk;

/// <summary>A browser's account of itself, as people would say it: enough to tell one's own devices apart, and believed by nobody else.</summary>
internal static class DeviceName
{
    private static readonly (string Mark, string Name)[] Browsers =
        [("Lark", "Lark"), ("Feishu", "Feishu"), ("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux")];

    /// <summary>As it is when it says nothing that is known.</summary>
    public static string Of(string userAgent)
    {
        string[] parts = [.. new[] { Find(Browsers, userAgent), Find(Systems, userAgent) }.OfType<string>()];
        return parts.Length == 0 ? userAgent : string.Join(" · ", parts);
    }

    private static string? Find((string Mark, string Name)[] known, string text) => known.FirstOrDefault(one => text.Contains(one.Mark, StringComparison.OrdinalIgnoreCase)).Name;
}
