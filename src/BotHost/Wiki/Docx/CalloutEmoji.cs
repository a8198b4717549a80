using System.Text.RegularExpressions;

namespace Wenlu.BotHost.Wiki.Docx;

/// <summary>The sign of a callout, which says what kind of remark it is.</summary>
internal static partial class CalloutEmoji
{
    private static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal)
    {
        ["bulb"] = "💡",
        ["warning"] = "⚠️",
        ["pushpin"] = "📌",
        ["round_pushpin"] = "📍",
        ["exclamation"] = "❗",
        ["bangbang"] = "‼️",
        ["question"] = "❓",
        ["information_source"] = "ℹ️",
        ["white_check_mark"] = "✅",
        ["heavy_check_mark"] = "✔️",
        ["x"] = "❌",
        ["no_entry"] = "⛔",
        ["no_entry_sign"] = "🚫",
        ["construction"] = "🚧",
        ["rotating_light"] = "🚨",
        ["star"] = "⭐",
        ["fire"] = "🔥",
        ["memo"] = "📝",
        ["book"] = "📖",
        ["bookmark"] = "🔖",
        ["link"] = "🔗",
        ["key"] = "🔑",
        ["lock"] = "🔒",
        ["dart"] = "🎯",
        ["rocket"] = "🚀",
        ["gift"] = "🎁",
        ["tada"] = "🎉",
        ["bell"] = "🔔",
        ["mega"] = "📣",
        ["loudspeaker"] = "📢",
        ["date"] = "📅",
        ["alarm_clock"] = "⏰",
        ["hourglass"] = "⌛",
        ["speech_balloon"] = "💬",
        ["eyes"] = "👀",
        ["heart"] = "❤️",
        ["thumbsup"] = "👍",
        ["100"] = "💯",
    };

    /// <summary>The sign itself, or its short name between colons; null for none.</summary>
    public static string? Of(string? id)
    {
        if (id is null || !Name().IsMatch(id))
            return null;
        return Signs.TryGetValue(id, out var sign) ? sign : $":{id.Replace('_', '-')}:";
    }

    [GeneratedRegex("^[A-Za-z0-9_+-]{1,40}$")]
    private static partial Regex Name();
}
