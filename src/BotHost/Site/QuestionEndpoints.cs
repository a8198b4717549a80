using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Numbers;
using Wenlu.BotHost.Publication;
using Wenlu.BotHost.Site.Pages;
using Wenlu.BotHost.Site.Pictures;

namespace Wenlu.BotHost.Site;

/// <summary>The published questions: their list, a page for each, and what readers say of them.</summary>
internal static class QuestionEndpoints
{
    private const int PageSize = 20;
    private const int ListedTags = 24;
    private const int Suggested = 8;

    /// <summary>A start reads all questions first; whoever comes earlier waits this long for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void MapQuestions(this RouteGroupBuilder pages)
    {
        pages.MapMethods("/questions", SiteEndpoints.Reading, ListAsync);
        pages.MapGet("/questions/search", SearchAsync);
        pages.MapMethods("/questions/{id}", SiteEndpoints.Reading, (HttpRequest request, string id, PublicPages all, PublicationFeed feed, CancellationToken cancellationToken) =>
            DetailAsync(request, id, string.Empty, all, feed, cancellationToken));
        pages.MapMethods("/questions/{id}/share.png", SiteEndpoints.Reading, ShareAsync);
        pages.MapMethods("/questions/{id}/{slug}", SiteEndpoints.Reading, DetailAsync);
        pages.MapPost("/questions/{id}/vote", VoteAsync).Limited(SiteLimit.Voting).AddEndpointFilter<CrossOriginFilter>();
    }

    private static async Task<IResult> ListAsync(
        HttpRequest request, string? tag, string? sort, string? page, string? q, PublishedQuestions published, PublicationFeed feed, QuestionSearch search,
        CancellationToken cancellationToken)
    {
        if (!await IsReadyAsync(feed))
            return await AbsencePageFilter.AwayAsync(request.HttpContext);
        if (QueryNumber.Read(page, 1, 1, 1_000_000) is not { } number || q?.Length > SiteEndpoints.MaxTyped)
            return await SiteEndpoints.MissingAsync(request);
        var query = new ListQuery(Clean(tag), sort == "useful", (int)number, Clean(q));
        return await ModelAsync(query, published, search, cancellationToken) is { } model
            ? new PageResult<ListPage>(Frame.Of(request), model)
            : await SiteEndpoints.MissingAsync(request);
    }

    /// <summary>Null for a tag that nothing has, and for a page after the last.</summary>
    private static async Task<ListModel?> ModelAsync(ListQuery query, PublishedQuestions published, QuestionSearch search, CancellationToken cancellationToken)
    {
        var lists = published.Lists;
        var all = query switch
        {
            { Text: { } text } => await search.FindAsync(text, query.Tag, QuestionSearch.MostFound, cancellationToken),
            { Tag: { } tag, MostUseful: true } => lists.ByTag.ContainsKey(tag) ? [.. lists.MostUseful.Where(question => question.Tags.Contains(tag))] : null,
            { Tag: { } tag } => lists.ByTag.GetValueOrDefault(tag),
            { MostUseful: true } => lists.MostUseful,
            _ => lists.Newest,
        };
        var size = query.Text is null ? PageSize : QuestionSearch.MostFound;
        var pages = Math.Max(1, ((all?.Count ?? 0) + size - 1) / size);
        return all is null || query.Page > pages
            ? null
            : new(query, [.. all.Skip((query.Page - 1) * size).Take(size).Select(question => HomeModel.Item(published, question))], all.Count, pages,
                HomeModel.TagsOf(lists, ListedTags));
    }

    /// <summary>The part of a list that a script puts below the box while somebody types.</summary>
    private static async Task<IResult> SearchAsync(
        HttpRequest request, string? q, string? tag, PublishedQuestions published, QuestionSearch search, CancellationToken cancellationToken)
    {
        if (Clean(q) is not { Length: <= SiteEndpoints.MaxTyped } text)
            return TypedResults.BadRequest();
        var found = await search.FindAsync(text, Clean(tag), Suggested, cancellationToken);
        return new PageResult<Matches>(Frame.Of(request), found.Select(question => HomeModel.Item(published, question)).ToArray());
    }

    private static async Task<IResult> DetailAsync(
        HttpRequest request, string id, string slug, PublicPages pages, PublicationFeed feed, CancellationToken cancellationToken)
    {
        if (!await IsReadyAsync(feed))
            return await AbsencePageFilter.AwayAsync(request.HttpContext);
        if (await pages.QuestionAsync(id, cancellationToken) is not { } model)
            return await SiteEndpoints.MissingAsync(request);
        return slug == model.Question.Slug
            ? new PageResult<QuestionPage>(Frame.Of(request), model)
            : TypedResults.Redirect(model.Question.Path, permanent: true);
    }

    /// <summary>As closed as its page: a picture says as much as a title.</summary>
    private static async Task<IResult> ShareAsync(HttpRequest request, string id, PublicPages pages, PublicationFeed feed, SharePictures pictures, CancellationToken cancellationToken)
    {
        if (!await IsReadyAsync(feed))
            return await AbsencePageFilter.AwayAsync(request.HttpContext);
        return await pages.TitleAsync(id) is { } title
            ? new CachedResult(await pictures.OfAsync(title, cancellationToken), "image/png")
            : await SiteEndpoints.MissingAsync(request);
    }

    private static async Task<IResult> VoteAsync(HttpContext context, string id, PublishedQuestions published, QuestionCounts counts, NumberTaker numbers)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (published.Find(id) is not { } question)
            return await SiteEndpoints.MissingAsync(context.Request);
        var vote = form["vote"].ToString();
        if (vote is not (QuestionCounts.Up or QuestionCounts.Down))
            return TypedResults.BadRequest();
        var (count, before) = await counts.VoteAsync(id, Voter.Of(context), vote);
        published.SetCount(id, count);
        await numbers.VotedAsync(vote == QuestionCounts.Up, before is null ? null : before == QuestionCounts.Up);
        return SeeOther.To(context, question.Path + "#thanks");
    }

    private static async Task<bool> IsReadyAsync(PublicationFeed feed)
    {
        await feed.FirstCatchUp.WaitAsync(Patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return feed.FirstCatchUp.IsCompletedSuccessfully;
    }

    private static string? Clean(string? text) => text?.Trim() is { Length: > 0 } clean ? clean : null;
}
