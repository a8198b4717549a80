using Microsoft.AspNetCore.Mvc;
using Wenlu.Retrieval.Search;

namespace Wenlu.BotHost.Knowledge;

/// <summary>The plain search, without a model: for everyone what everyone may read, for an editor everything.</summary>
internal static class SearchEndpoint
{
    private const int MaxText = 2_000;
    private const int MaxHits = 50;

    public static void MapSearch(this IEndpointRouteBuilder routes) => routes.MapGet("/api/search", SearchAsync).DescribeSearch();

    private static async Task<IResult> SearchAsync(
        HttpContext context, EditorKeys keys, KnowledgeIndex index, [FromQuery] string? q, [FromQuery] string? k, [FromQuery] string? explain,
        CancellationToken cancellationToken)
    {
        var verdict = keys.Check(context.Request);
        if (verdict is EditorVerdict.Wrong)
            return EditorFilter.Challenge(context);
        var (query, errors) = Read(q, k, explain, verdict is EditorVerdict.Editor ? null : [AccessLabels.Everyone]);
        if (errors.Count > 0)
            return ApiProblems.Invalid(errors).In(context);
        if (!index.IsCaughtUp)
            return ApiProblems.IndexNotReady.In(context);
        return TypedResults.Json(ToResponse(await index.SearchAsync(query, cancellationToken)), KnowledgeJson.Wire.SearchResponse);
    }

    private static (SearchQuery Query, FieldErrors Errors) Read(string? q, string? k, string? explain, string[]? access)
    {
        var errors = new FieldErrors();
        var text = q?.Trim() ?? "";
        if (text.Length is 0 or > MaxText)
            errors.Add("q", FieldTexts.Length(1, MaxText));
        var top = QueryNumber.Read(k, 10, 1, MaxHits);
        if (top is null)
            errors.Add("k", FieldTexts.Range(1, MaxHits));
        if (explain is not (null or "" or "true" or "false"))
            errors.Add("explain", FieldTexts.NotABoolean);
        return (new SearchQuery(text) { TopK = (int)(top ?? 1), Access = access, Explain = explain == "true" }, errors);
    }

    private static SearchHit ToHit(Hit hit) => new(hit.DocumentId, hit.Title, hit.Headings, hit.Text, hit.Url, hit.Score, hit.UpdatedAt)
    {
        Duplicates = hit.Duplicates.Count == 0 ? null : [.. hit.Duplicates.Select(other => new SearchDuplicate(other.DocumentId, other.Title, other.Url, other.UpdatedAt))],
    };

    public static SearchResponse ToResponse(SearchResult result) => new(
        [.. result.Hits.Select(ToHit)],
        result.Confidence, result.Band, result.Answerable)
    {
        Explain = result.Explanation,
    };
}
