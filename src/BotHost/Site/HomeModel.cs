using Wenlu.BotHost.Publication;

namespace Wenlu.BotHost.Site;

/// <summary>What the empty ask page shows of what was asked before.</summary>
internal static class HomeModel
{
    private const int Questions = 6;
    private const int Tags = 16;

    public static AskPageModel Of(PublishedQuestions published)
    {
        var lists = published.Lists;
        var asked = lists.MostAsked.Take(Questions).ToList();
        return new AskPageModel
        {
            Total = lists.Newest.Count,
            MostAsked = [.. asked.Select(question => Item(published, question))],
            Newest = [.. lists.Newest.Except(asked).Take(Questions).Select(question => Item(published, question))],
            Tags = TagsOf(lists, Tags),
        };
    }

    public static QuestionItem Item(PublishedQuestions published, PublishedQuestion question) => new(question, published.CountOf(question.Id));

    public static IReadOnlyList<TagCount> TagsOf(QuestionLists lists, int most) =>
        [.. lists.Tags.Take(most).Select(tag => new TagCount(tag, lists.ByTag[tag].Count))];
}
