using System.Text.Json;
using System.Text.RegularExpressions;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Site;

/// <summary>What became of a body that should have been a question.</summary>
internal abstract record AskSubmission
{
    private AskSubmission() { }

    /// <param name="Question">Trimmed.</param>
    /// <param name="ConversationId">The caller's, or a new one.</param>
    public sealed record Accepted(string Question, string ConversationId) : AskSubmission;

    public sealed record Refused(ApiProblem Problem) : AskSubmission;
}

/// <summary>Reads questions as strictly as documents are read: a field that is wrong, or unknown, is named.</summary>
internal static partial class AskReader
{
    public const int MaxQuestion = 4_000;

    /// <summary>A question of the longest kind, every character spelled as an escape, and room for the rest.</summary>
    private const int MaxBody = 32 * 1024;

    public static async Task<AskSubmission> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (MediaTypes.Of(request) != MediaTypes.Json)
            return new AskSubmission.Refused(AskProblems.MediaType);
        return await BoundedBody.ReadAsync(request, MaxBody, cancellationToken) is { } body
            ? Read(body)
            : new AskSubmission.Refused(AskProblems.TooLarge);
    }

    public static AskSubmission Read(ReadOnlyMemory<byte> body) =>
        SubmissionReader.ReadObject(body, ReadFields, problem => new AskSubmission.Refused(problem));

    public static bool IsConversationId(string text) => ConversationId().IsMatch(text);

    private static AskSubmission ReadFields(JsonElement root)
    {
        var errors = new FieldErrors();
        var fields = new DocumentFields(root, errors);
        fields.RefuseUnknown("question", "conversationId");
        var question = fields.Text("question", required: true)?.Trim();
        if (question?.Length is 0 or > MaxQuestion)
            errors.Add("question", FieldTexts.Length(1, MaxQuestion));
        var conversation = fields.Text("conversationId");
        if (conversation is not null && !IsConversationId(conversation))
            errors.Add("conversationId", SiteTexts.ConversationId);
        return errors.Count > 0
            ? new AskSubmission.Refused(ApiProblems.Invalid(errors))
            : new AskSubmission.Accepted(question!, Visitors.ConversationOrNew(conversation));
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex ConversationId();
}
