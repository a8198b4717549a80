using System.Text.Json.Serialization;
using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Publication;

/// <summary>Publishes what an editor wrote or an answer that was given, and takes questions from the site. For editors only.</summary>
internal static class PublicationEndpoints
{
    private const int MaxBody = 256 * 1024;

    public static void MapPublication(this IEndpointRouteBuilder routes)
    {
        var editors = routes.MapGroup("/api").AddEndpointFilter<EditorFilter>().AddEndpointFilter<StoreAbsenceFilter>();
        editors.MapPut("/questions/{id}", PutAsync).DescribePut();
        editors.MapDelete("/questions/{id}", DeleteAsync).DescribeDelete();
        editors.MapPost("/answers/{id}/publish", PublishAnswerAsync).DescribePublish();
    }

    private static async Task<IResult> PutAsync(string id, HttpContext context, Publisher publisher, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!DocumentId.IsValid(id))
            return ApiProblems.Invalid(FieldErrors.Of("id", FieldTexts.DocumentId)).In(context);
        if (MediaTypes.Of(context.Request) != MediaTypes.Json)
            return ApiProblems.MediaType.In(context);
        if (await BoundedBody.ReadAsync(context.Request, MaxBody, cancellationToken) is not { } body)
            return ApiProblems.TooLarge.In(context);
        var submission = PublicationReader.Read(body, id, time.GetUtcNow());
        return submission is Submission.Accepted accepted
            ? Answer(context, id, await publisher.PublishAsync(accepted.Document, Precondition.Of(context.Request), EditorFilter.EditorOf(context), cancellationToken))
            : ((Submission.Refused)submission).Problem.In(context);
    }

    private static async Task<IResult> PublishAnswerAsync(
        string id, HttpContext context, AnswerStore answers, Publisher publisher, CancellationToken cancellationToken)
    {
        if (await answers.FindAsync(id) is not { } given)
            return (ApiProblems.NotFound with { Detail = PublicationTexts.NoSuchAnswer }).In(context);
        var questionId = PublicationRule.IdOf(given.Answer.StandaloneQuestion);
        if (await publisher.DetachAsync(questionId, given.Answer, given.At) is not { } question)
            return ApiProblems.Invalid(FieldErrors.Of("answer", PublicationTexts.NotGrounded)).In(context);
        return Answer(context, questionId, await publisher.PublishAsync(question, Precondition.None, EditorFilter.EditorOf(context), cancellationToken));
    }

    private static async Task<IResult> DeleteAsync(string id, HttpContext context, Publisher publisher, CancellationToken cancellationToken) =>
        await publisher.WithdrawAsync(id, EditorFilter.EditorOf(context), cancellationToken) is { Problem: { } problem }
            ? problem.In(context)
            : TypedResults.NoContent();

    private static IResult Answer(HttpContext context, string id, PublishResult result)
    {
        if (result.Problem is not null)
            return result.Problem.In(context);
        context.Response.Headers.Location = result.Path;
        return TypedResults.Json(new QuestionPublished(id, result.Path!), PublicationJson.Default.QuestionPublished, statusCode: result.Status);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(QuestionPublished))]
internal sealed partial class PublicationJson : JsonSerializerContext;
