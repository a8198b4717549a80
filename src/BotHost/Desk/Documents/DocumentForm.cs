using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Publication;

namespace Wenlu.BotHost.Desk.Documents;

/// <summary>A document as the fields of its form hold it: whatever was typed, right or wrong.</summary>
/// <param name="Revision">The one that was read when the form was opened; 0: there was none.</param>
public sealed record DocumentForm(string Id, string Title, string Url, string Tags, AudienceForm Audience, string Markdown, long Revision)
{
    internal static DocumentForm New(Audience audience) =>
        new(string.Empty, string.Empty, string.Empty, string.Empty, AudienceForm.Of(audience), string.Empty, 0);

    internal static DocumentForm Of(StoredDocument stored) => new(
        stored.Document.Id, stored.Document.Title, stored.Document.Url ?? string.Empty, string.Join(", ", stored.Document.Tags),
        AudienceForm.Of(stored.Document.Audience), stored.Document.Markdown, stored.Revision);

    /// <param name="form">What was posted.</param>
    /// <param name="id">Of the document that is edited; null for a new one, whose form may name it.</param>
    internal static DocumentForm Read(IFormCollection form, string? id) => new(
        id ?? form["id"].ToString().Trim(), form["title"].ToString(), form["url"].ToString().Trim(), form["tags"].ToString(),
        AudienceForm.Read(form), FormList.Text(form, "markdown"), RevisionOf(form));

    internal static long RevisionOf(IFormCollection form) =>
        long.TryParse(form["revision"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 0;

    internal Submission Judge(Audience unset)
    {
        var id = Id.Length > 0 ? Id : IdFor(Title);
        if (!DocumentId.IsValid(id))
            return new Submission.Refused(ApiProblems.Invalid(FieldErrors.Of("id", FieldTexts.DocumentId)), id);
        var fields = new JsonObject
        {
            ["title"] = Title,
            ["url"] = Url,
            ["markdown"] = Markdown,
            ["tags"] = FormList.ToJson(FormList.ByComma(Tags)),
            ["audience"] = Audience.ToJson(),
        };
        return SubmissionReader.ReadFields(FormList.ToElement(fields), id, unset, []);
    }

    /// <summary>Whether it holds what the store has: saving it would make a revision that nobody could tell from the last.</summary>
    internal static bool IsSame(KnowledgeDocument one, KnowledgeDocument other) =>
        one.Title == other.Title && one.Url == other.Url && one.Markdown == other.Markdown && one.Tags.SequenceEqual(other.Tags)
        && one.Audience.Labels.SequenceEqual(other.Audience.Labels);

    /// <summary>The title itself where an id can hold it, else something that stays the same for it.</summary>
    internal static string IdFor(string title)
    {
        var slug = Slug.Of(title.Trim());
        return slug.Length > 0 && DocumentId.IsValid(slug)
            ? slug
            : "doc-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(title.Trim())))[..8];
    }
}
