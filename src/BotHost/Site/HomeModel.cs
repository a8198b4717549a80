using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Publication;

namespace Wenlu.BotHost.Site;

/// <summary>What the empty ask page shows of what was asked before.</summary>
internal static class HomeModel
{
    private const int Questions = 6;
    private const int Tags = 16;

    /// <summary>Of which those are chosen that nobody has asked for yet: the newest, so that choosing takes no time.</summary>
    private const int Candidates = 200;

    public static AskPageModel Of(PublishedQuestions published, Language language, DateOnly day)
    {
        var lists = published.Lists;
        var asked = lists.MostAsked.Take(Questions).Where(question => published.CountOf(question.Id).Asked > 0).ToList();
        var isAsked = asked.Count == Questions;
        var first = isAsked ? asked : [.. asked.Concat(Suggested(lists, language, day)).Distinct().Take(Questions)];
        return new AskPageModel
        {
            Total = lists.Newest.Count,
            IsAskedOften = isAsked,
            First = [.. first.Select(question => Item(published, question))],
            Newest = [.. lists.Newest.Except(first).Take(Questions).Select(question => Item(published, question))],
            Tags = TagsOf(lists, Tags),
        };
    }

    private static IEnumerable<PublishedQuestion> Suggested(QuestionLists lists, Language language, DateOnly day)
    {
        var candidates = lists.Newest.Take(Candidates).ToLookup(question => question.Title);
        var documents = candidates.Select(same => new KnowledgeDocument(same.First().Id, same.Key, string.Empty, Audience.Everyone) { Tags = same.First().Tags });
        return Suggestions.Choose(documents, language, day).Select(title => candidates[title].First());
    }

    public static QuestionItem Item(PublishedQuestions published, PublishedQuestion question) => new(question, published.CountOf(question.Id));

    public static IReadOnlyList<TagCount> TagsOf(QuestionLists lists, int most) =>
        [.. lists.Tags.Take(most).Select(tag => new TagCount(tag, lists.ByTag[tag].Count))];
}
