namespace Wenlu.BotHost.Publication;

/// <summary>The published questions in the orders in which they are read.</summary>
internal sealed record QuestionLists(
    IReadOnlyList<PublishedQuestion> Newest,
    IReadOnlyList<PublishedQuestion> MostUseful,
    IReadOnlyList<PublishedQuestion> MostAsked,
    IReadOnlyDictionary<string, IReadOnlyList<PublishedQuestion>> ByTag,
    IReadOnlyDictionary<string, PublishedQuestion> ByWording)
{
    /// <summary>Most of them first.</summary>
    public IReadOnlyList<string> Tags { get; } =
        [.. ByTag.OrderByDescending(tag => tag.Value.Count).ThenBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => tag.Key)];

    public static QuestionLists Of(PublishedQuestion[] questions, Func<string, QuestionCount> count)
    {
        var newest = questions.OrderByDescending(question => question.AnsweredAt).ThenBy(question => question.Id, StringComparer.Ordinal).ToArray();
        return new(
            newest,
            [.. newest.OrderByDescending(question => Usefulness(count(question.Id)))],
            [.. newest.OrderByDescending(question => count(question.Id).Asked)],
            ByTags(newest),
            newest.GroupBy(question => question.Wording).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal));
    }

    /// <summary>The share of good votes, as if every answer had begun with one of each: a single vote is no triumph.</summary>
    private static double Usefulness(QuestionCount count) =>
        (count.Helpful + 1.0) / (count.Helpful + count.Unhelpful + 2.0) * Math.Log(2 + count.Helpful + count.Unhelpful);

    private static Dictionary<string, IReadOnlyList<PublishedQuestion>> ByTags(PublishedQuestion[] questions) => questions
        .SelectMany(question => question.Tags.Select(tag => (tag, question)))
        .GroupBy(pair => pair.tag, pair => pair.question, StringComparer.Ordinal)
        .ToDictionary(tag => tag.Key, tag => (IReadOnlyList<PublishedQuestion>)[.. tag], StringComparer.Ordinal);
}
