using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Publication;

namespace Wenlu.BotHost.Site;

/// <summary>The ask page before a question, after one, or with something to say about it.</summary>
public sealed record AskPageModel
{
    public string? Question { get; init; }

    public string? ConversationId { get; init; }

    public Answer? Answer { get; init; }

    public string? Notice { get; init; }

    /// <summary>The how-manieth question of its conversation.</summary>
    public int Turn { get; init; } = 1;

    /// <summary>What was said before.</summary>
    public IReadOnlyList<EarlierTurn> Earlier { get; init; } = [];

    public int Total { get; init; }

    /// <summary>Whether the first questions are those that people ask most, and not only examples.</summary>
    public bool IsAskedOften { get; init; }

    public IReadOnlyList<QuestionItem> First { get; init; } = [];

    public IReadOnlyList<QuestionItem> Newest { get; init; } = [];

    public IReadOnlyList<TagCount> Tags { get; init; } = [];
}

/// <param name="Answer">As Markdown; its references were shown with it.</param>
public sealed record EarlierTurn(string Question, string Answer);

/// <summary>A sentence instead of a page, and the question that it stands in the way of.</summary>
public sealed record NoticeModel(string Kind, string Title, string Text, TypedQuestion? Question)
{
    internal static NoticeModel Of(AskNotice notice, Language language, TypedQuestion? question = null) =>
        new(notice.Name, notice.Title.In(language), notice.Text.In(language), question);

    /// <summary>Why a form was not taken.</summary>
    internal static NoticeModel Refusing(Bilingual sentence, Language language) => new(AskNotice.Failed.Name, sentence.In(language), string.Empty, null);
}

/// <summary>A question in a list.</summary>
public sealed record QuestionItem(PublishedQuestion Question, QuestionCount Count);

public readonly record struct TagCount(string Tag, int Questions);

/// <summary>What somebody wants to see of the list.</summary>
public sealed record ListQuery(string? Tag, bool MostUseful, int Page, string? Text)
{
    /// <summary>The address of another look at the same list; what is usual is left out, so that each look has one address.</summary>
    public string Address => "/questions" + (Parts().ToList() is { Count: > 0 } parts ? "?" + string.Join('&', parts) : string.Empty);

    private IEnumerable<string> Parts()
    {
        if (!string.IsNullOrEmpty(Text))
            yield return "q=" + Uri.EscapeDataString(Text);
        if (!string.IsNullOrEmpty(Tag))
            yield return "tag=" + Uri.EscapeDataString(Tag);
        if (MostUseful)
            yield return "sort=useful";
        if (Page > 1)
            yield return FormattableString.Invariant($"page={Page}");
    }
}

/// <param name="Total">Of all pages together.</param>
public sealed record ListModel(ListQuery Query, IReadOnlyList<QuestionItem> Items, int Total, int Pages, IReadOnlyList<TagCount> Tags);

/// <summary>A published question with everything its page shows.</summary>
public sealed record QuestionModel(PublishedQuestion Question, Answer Answer)
{
    public bool WrittenByModel { get; init; }

    public DateTimeOffset AnsweredAt { get; init; }

    public DateTimeOffset? SourcesChangedAt { get; init; }

    public QuestionCount Count { get; init; }

    public IReadOnlyList<PublishedQuestion> Related { get; init; } = [];

    public bool IsOutdated => SourcesChangedAt > AnsweredAt;
}

public sealed record DocumentModel(string Id, string Title, string Markdown, IReadOnlyList<string> Tags, DateTimeOffset UpdatedAt);

/// <summary>Where there is nothing, what may have been meant.</summary>
public sealed record MissingModel(string Words, IReadOnlyList<QuestionItem> Nearest);
