using System.Globalization;
using System.Text.Json;

namespace Wenlu.BotHost.Knowledge;

/// <summary>Reads a document's fields, a JSON object whichever format they came in, and gathers everything that is wrong with them.</summary>
internal sealed class DocumentFields(JsonElement fields, FieldErrors errors)
{
    public const int MaxTitle = 500;

    private const int MaxUrl = 2_000;
    private const int MaxTags = 32;
    private const int MaxTag = 64;

    /// <summary>Without an offset a date is a day in UTC, the same day in every time zone that reads it.</summary>
    private static readonly string[] DateFormats =
        ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK"];

    public void RefuseUnknown(params string[] known)
    {
        foreach (var field in fields.EnumerateObject().Where(field => !known.Contains(field.Name)))
            errors.Add(field.Name, FieldTexts.Unknown(string.Join(", ", known)));
    }

    public string? Text(string field, bool required = false)
    {
        if (!fields.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
            return Refused(required, field, FieldTexts.Required);
        if (value.ValueKind != JsonValueKind.String)
            return Refused(true, field, FieldTexts.NotText);
        return UnicodeOf(value) ?? Refused(true, field, FieldTexts.NotUnicode);
    }

    /// <summary>One line that people read: a title or a question.</summary>
    public string? Line(string field, bool required = false)
    {
        if (Text(field, required)?.Trim() is not { } line)
            return null;
        if (line.Length is 0 or > MaxTitle)
            return Refused(true, field, line.Length == 0 ? FieldTexts.Blank : FieldTexts.TooLong(MaxTitle));
        return IsOneLine(line) ? line : Refused(true, field, FieldTexts.ControlCharacters);
    }

    public string? Url(string field)
    {
        if (Text(field) is not { Length: > 0 } url)
            return null;
        return IsLink(url) ? url : Refused(true, field, FieldTexts.NotAUrl);
    }

    public DateTimeOffset? Date(string field, bool required = false)
    {
        if (Text(field, required) is not { } text)
            return null;
        if (DateTimeOffset.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
            return date.ToUniversalTime();
        errors.Add(field, FieldTexts.NotADate);
        return null;
    }

    public IReadOnlyList<string> Tags(string field) => List(field, IsTag, MaxTags, FieldTexts.NotTags(MaxTags, MaxTag));

    /// <summary>Trimmed and without repetitions, in the order given.</summary>
    public IReadOnlyList<string> List(string field, Predicate<string> isItem, int limit, Bilingual complaint)
    {
        if (!fields.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
            return [];
        var items = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(ItemOrEmpty)] : new List<string> { "" };
        if (items.Count > limit || !items.TrueForAll(isItem))
            errors.Add(field, complaint);
        return [.. items.Distinct()];
    }

    public Audience? Audience(string field, Audience unset) =>
        fields.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? Knowledge.Audience.Read(value, errors) : unset;

    private static bool IsTag(string tag) => tag.Length is > 0 and <= MaxTag && IsOneLine(tag);

    /// <summary>Unicode's own line breaks are no control characters, and end a line in YAML all the same.</summary>
    public static bool IsOneLine(string text) => !text.Any(character => char.IsControl(character) || character is '\u2028' or '\u2029');

    private static bool IsLink(string url)
    {
        if (url.Length > MaxUrl || url.Any(character => char.IsControl(character) || char.IsWhiteSpace(character) || character == '\\'))
            return false;
        if (url[0] == '/')
            return url.Length == 1 || url[1] != '/';
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https") && uri.Host.Length > 0;
    }

    private static string ItemOrEmpty(JsonElement item) => item.ValueKind == JsonValueKind.String ? UnicodeOf(item)?.Trim() ?? "" : "";

    /// <summary>The parser checks escapes only when a text is asked for.</summary>
    private static string? UnicodeOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private string? Refused(bool refused, string field, Bilingual complaint)
    {
        if (refused)
            errors.Add(field, complaint);
        return null;
    }
}
