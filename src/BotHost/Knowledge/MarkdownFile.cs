using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Wenlu.BotHost.Knowledge;

/// <summary>A document as a file with front matter; put back unchanged, it is the same document.</summary>
internal static class MarkdownFile
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(StoredDocument stored) => Write(stored, withTime: true);

    /// <summary>Without its time, which differs between any two revisions.</summary>
    public static string Comparable(StoredDocument stored) => Write(stored, withTime: false);

    private static string Write(StoredDocument stored, bool withTime)
    {
        var document = stored.Document;
        var text = new StringBuilder("---\n").Append("title: ").Append(Quoted(document.Title)).Append('\n');
        if (document.Url is not null)
            text.Append("url: ").Append(Quoted(document.Url)).Append('\n');
        if (withTime)
            text.Append("updated: ").Append(stored.UpdatedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)).Append('\n');
        if (document.Tags.Count > 0)
            text.Append("tags: ").Append(Quoted(document.Tags)).Append('\n');
        return text.Append("audience: ").Append(document.Audience.ToJson().ToJsonString())
            .Append("\n---\n").Append(document.Markdown).ToString();
    }

    /// <summary>
    /// JSON is YAML: its quoting needs no rules of our own. Only pairs of escapes are not understood, so nothing but what must
    /// be is escaped.
    /// </summary>
    private static string Quoted(object value) => JsonSerializer.Serialize(value, Plain);
}
