using System.Text.Json;
using System.Threading.Channels;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Knowledge;

/// <summary>Many documents in one request: a line in, a line out, each as soon as it is done, in the order they came.</summary>
internal static class BatchEndpoint
{
    /// <summary>Lines on their way at once: enough for the store and the index to work in batches, few enough to hold in memory.</summary>
    private const int Window = 32;

    public static void MapBatch(this RouteGroupBuilder editors) => editors.MapPost("/documents:batch", WriteAsync).DescribeBatch();

    private static async Task<IResult> WriteAsync(HttpContext context, DocumentWriter writer, CancellationToken cancellationToken)
    {
        if (MediaTypes.Of(context.Request) != MediaTypes.Ndjson)
            return ApiProblems.BatchMediaType.In(context);
        context.Response.ContentType = MediaTypes.Ndjson;
        var results = Channel.CreateBounded<Task<BatchResult>>(Window);
        await Task.WhenAll(ReadLinesAsync(context, writer, results, cancellationToken), WriteLinesAsync(context.Response, results, cancellationToken));
        return TypedResults.Empty;
    }

    /// <summary>Each write is sent before the next line is read: of two lines with one id, the later one stands.</summary>
    private static async Task ReadLinesAsync(
        HttpContext context, DocumentWriter writer, Channel<Task<BatchResult>> results, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var line in BoundedBody.ReadLinesAsync(context.Request, SubmissionReader.MaxJson, cancellationToken))
                await results.Writer.WriteAsync(HandleAsync(line, context, writer, cancellationToken), cancellationToken);
        }
        finally
        {
            results.Writer.Complete();
        }
    }

    private static async Task WriteLinesAsync(HttpResponse response, Channel<Task<BatchResult>> results, CancellationToken cancellationToken)
    {
        await foreach (var result in results.Reader.ReadAllAsync(cancellationToken))
        {
            byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(await result, KnowledgeJson.Sparse.BatchResult), (byte)'\n'];
            await response.Body.WriteAsync(line, cancellationToken);
            await response.Body.FlushAsync(cancellationToken);
        }
    }

    private static async Task<BatchResult> HandleAsync(BodyLine line, HttpContext context, DocumentWriter writer, CancellationToken cancellationToken)
    {
        var language = ReaderLanguage.Of(context.Request);
        var read = line.Bytes is null ? BatchLine.Refused(ApiProblems.TooLarge) : BatchLineReader.Read(line.Bytes, writer.DefaultAudience);
        var submission = await read.SubmitAsync(cancellationToken);
        if (submission is not Submission.Accepted { Document: var document })
            return Failed(line.Number, (Submission.Refused)submission, language);
        try
        {
            var result = await writer.WriteAsync(document, read.Precondition, EditorFilter.EditorOf(context), cancellationToken);
            return result.Problem is { } problem
                ? Failed(line.Number, new(problem, document.Id), language)
                : new(line.Number, document.Id, result.Status) { Revision = result.Revision, Chunks = result.Chunks, Warnings = GlossaryDocument.WarningsOf(document, language) };
        }
        catch (Exception exception) when (StoreUnavailableException.IsAbsence(exception))
        {
            return Failed(line.Number, new(ApiProblems.StoreUnreachable, document.Id), language);
        }
    }

    private static BatchResult Failed(int line, Submission.Refused refused, Language language) =>
        new(line, refused.Id, refused.Problem.Status) { Problem = (refused.Problem with { Line = line }).ToDetails(language) };
}
