using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Gaps;

/// <summary>Only describes the body.</summary>
/// <param name="Into">The id of the gap that it becomes part of.</param>
internal sealed record GapMerge(string Into);

/// <summary>Reads which gap another one becomes part of.</summary>
internal static class GapMergeReader
{
    private const int MaxBody = 4_096;

    public static async Task<(string? Into, ApiProblem? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (MediaTypes.Of(request) != MediaTypes.Json)
            return (null, GapProblems.MediaType);
        if (await BoundedBody.ReadAsync(request, MaxBody, cancellationToken) is not { } body)
            return (null, GapProblems.TooLarge);
        var errors = new FieldErrors();
        return SubmissionReader.ReadObject<(string?, ApiProblem?)>(
            body,
            root =>
            {
                var fields = new DocumentFields(root, errors);
                fields.RefuseUnknown("into");
                var into = fields.Line("into", required: true);
                return errors.Count > 0 ? (null, ApiProblems.Invalid(errors)) : (into, null);
            },
            problem => (null, problem));
    }
}
