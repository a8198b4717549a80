using Microsoft.AspNetCore.Mvc;

namespace Wenlu.BotHost.Knowledge;

/// <summary>Why a request was refused, as RFC 9457 has it, in the reader's language.</summary>
internal sealed record ApiProblem(int Status, Bilingual Title, Bilingual Detail)
{
    public FieldErrors? Errors { get; init; }

    /// <summary>The revision the store holds, for an editor whose own is not the newest; 0 when there is no document.</summary>
    public long? CurrentRevision { get; init; }

    /// <summary>Who wrote that revision, when and what.</summary>
    public LastWrite? Current { get; init; }

    /// <summary>The line of the body at which reading stopped, counted from 1.</summary>
    public long? Line { get; init; }

    public string DetailIn(Language language) => Line is { } line
        ? new Bilingual($"第 {line} 行：{Detail.Chinese}", $"Line {line}: {Detail.English}").In(language)
        : Detail.In(language);

    public IResult In(HttpContext context)
    {
        if (Status == StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = "1";
        return TypedResults.Problem(ToDetails(ReaderLanguage.Of(context.Request)));
    }

    public ProblemDetails ToDetails(Language language)
    {
        var details = new ProblemDetails { Status = Status, Title = Title.In(language), Detail = DetailIn(language) };
        if (Errors is not null)
            details.Extensions["errors"] = Errors.In(language);
        if (CurrentRevision is not null)
            details.Extensions["currentRevision"] = CurrentRevision;
        if (Current is not null)
        {
            details.Extensions["changedBy"] = Current.Editor;
            details.Extensions["changedAt"] = Current.At;
            details.Extensions["contentHash"] = Current.ContentHash;
        }
        if (Line is not null)
            details.Extensions["line"] = Line;
        return details;
    }
}
