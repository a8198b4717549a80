using System.Text.Json;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Publication;

/// <summary>Reads what an editor publishes as strictly as documents are read.</summary>
internal static class PublicationReader
{
    public static Submission Read(ReadOnlyMemory<byte> body, string id, DateTimeOffset now) =>
        SubmissionReader.ReadObject(body, root => ReadFields(root, id, now), problem => new Submission.Refused(problem));

    private static Submission ReadFields(JsonElement root, string id, DateTimeOffset now)
    {
        var errors = new FieldErrors();
        var fields = new DocumentFields(root, errors);
        fields.RefuseUnknown("question", "answer", "sources", "tags", "answeredAt");
        var question = new KnowledgeDocument(id, fields.Line("question", required: true) ?? "", fields.Text("answer", required: true) ?? "", Audience.Everyone)
        {
            Kind = Kinds.Question,
            Url = "/questions/" + id,
            Tags = fields.Tags("tags"),
            Sources = fields.List("sources", SourceNames.IsSource, SourceNames.Most, FieldTexts.NotSources),
            UpdatedAt = fields.Date("answeredAt") ?? now,
        };
        if (string.IsNullOrWhiteSpace(question.Markdown) && !errors.Fields.Contains("answer"))
            errors.Add("answer", FieldTexts.Blank);
        return errors.Count == 0 ? new Submission.Accepted(question) : new Submission.Refused(ApiProblems.Invalid(errors), id);
    }
}

/// <summary>Only describes the body: its fields are read one by one.</summary>
internal sealed record QuestionBody(string Question, string Answer, IReadOnlyList<string> Sources)
{
    public IReadOnlyList<string>? Tags { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
}

internal sealed record QuestionPublished(string Id, string Path);
