using System.Globalization;
using System.Text.Json.Nodes;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Knowledge.Curated;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Desk.Documents;

/// <summary>An editor's answer as the fields of its form hold it.</summary>
/// <param name="ExpiresAt">A day, as the browser writes it; empty: for good.</param>
public sealed record AnswerForm(
    string Id, string Question, string Paraphrases, string Answer, string Sources, AudienceForm Audience, string ExpiresAt, long Revision)
{
    internal static AnswerForm New(Audience audience) =>
        new(string.Empty, string.Empty, string.Empty, string.Empty, string.Empty, AudienceForm.Of(audience), string.Empty, 0);

    internal static AnswerForm Of(StoredDocument stored) => new(
        stored.Document.Id, stored.Document.Title, string.Join('\n', stored.Document.Curation!.Paraphrases), stored.Document.Markdown,
        string.Join('\n', stored.Document.Sources), AudienceForm.Of(stored.Document.Audience),
        stored.Document.Curation.ExpiresAt is { } expires ? PageTime.Day(expires) : string.Empty, stored.Revision);

    internal static AnswerForm Read(IFormCollection form, string? id) => new(
        id ?? form["id"].ToString().Trim(), form["question"].ToString(), FormList.Text(form, "paraphrases"), FormList.Text(form, "answer"),
        FormList.Text(form, "sources"), AudienceForm.Read(form), form["expiresAt"].ToString().Trim(), DocumentForm.RevisionOf(form));

    internal string IdOrNew => Id.Length > 0 ? Id : DocumentForm.IdFor(Question);

    internal CuratedDraft Judge(Audience unset, FieldErrors errors)
    {
        if (!DocumentId.IsValid(IdOrNew))
            errors.Add("id", FieldTexts.DocumentId);
        var fields = new JsonObject
        {
            ["question"] = Question,
            ["answer"] = Answer,
            ["paraphrases"] = FormList.ToJson(FormList.ByLine(Paraphrases)),
            ["sources"] = FormList.ToJson(FormList.ByLine(Sources)),
            ["audience"] = Audience.ToJson(),
            ["expiresAt"] = ExpiresAt.Length == 0 ? null : ExpiresAt,
        };
        return CuratedFields.Read(FormList.ToElement(fields), unset, errors);
    }
}
