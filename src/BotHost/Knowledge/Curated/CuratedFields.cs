using System.Text;
using System.Text.Json;

namespace Wenlu.BotHost.Knowledge.Curated;

/// <summary>An editor's answer as it was handed in, without what its sources say.</summary>
internal sealed record CuratedDraft(string Question, string Markdown, Audience Audience)
{
    public IReadOnlyList<string> Paraphrases { get; init; } = [];

    public IReadOnlyList<string> Sources { get; init; } = [];

    public DateTimeOffset? ExpiresAt { get; init; }

    public KnowledgeDocument ToDocument(string id, string editor, IReadOnlyList<string> sourceStates) => new(id, Question, Markdown, Audience)
    {
        Kind = Kinds.Answer,
        Sources = Sources,
        Curation = new Curation(editor, Paraphrases, ExpiresAt, sourceStates),
    };
}

/// <summary>Reads an editor's answer from a JSON object and gathers everything that is wrong with it.</summary>
internal static class CuratedFields
{
    public const int MaxAnswer = 64 * 1024;
    public const int MaxBody = 2 * MaxAnswer + 65_536;
    public const int MostParaphrases = 50;

    private static readonly string[] Known = ["question", "paraphrases", "answer", "sources", "audience", "expiresAt"];

    /// <param name="question">What it answers when it does not say so itself; null: it has to.</param>
    public static CuratedDraft Read(JsonElement root, Audience unset, FieldErrors errors, string? question = null)
    {
        var fields = new DocumentFields(root, errors);
        fields.RefuseUnknown(Known);
        var asked = fields.Line("question", required: question is null) ?? question ?? "";
        var draft = new CuratedDraft(asked, fields.Text("answer", required: true) ?? "", fields.Audience("audience", unset) ?? unset)
        {
            Paraphrases = fields.List("paraphrases", IsLine, MostParaphrases, FieldTexts.NotParaphrases(MostParaphrases, DocumentFields.MaxTitle)),
            Sources = fields.List("sources", SourceNames.IsSource, SourceNames.Most, FieldTexts.NotSources),
            ExpiresAt = fields.Date("expiresAt"),
        };
        Check(draft, errors);
        return draft;
    }

    private static void Check(CuratedDraft draft, FieldErrors errors)
    {
        if (errors.Count == 0 && string.IsNullOrWhiteSpace(draft.Markdown))
            errors.Add("answer", FieldTexts.Blank);
        if (Encoding.UTF8.GetByteCount(draft.Markdown) > MaxAnswer)
            errors.Add("answer", FieldTexts.TooLarge(MaxAnswer / 1024));
        SourceNames.CheckCitations(draft.Markdown, draft.Sources, errors);
    }

    private static bool IsLine(string text) => text.Length is > 0 and <= DocumentFields.MaxTitle && DocumentFields.IsOneLine(text);
}
