using Wenlu.BotHost.Desk.Published;
using Wenlu.BotHost.Desk.Questions;

namespace Wenlu.BotHost.Desk;

/// <summary>What a page says of what was just done, by the name that stands in its address.</summary>
internal static class DeskNotices
{
    public const string SessionEnded = "session-ended";

    public const string Answered = "answered";
    public const string AnsweredOnSite = "answered-on-site";
    public const string Published = "published";
    public const string Discarded = "discarded";
    public const string Reopened = "reopened";
    public const string Merged = "merged";
    public const string MergedPartly = "merged-partly";
    public const string MergedWithAnswer = "merged-with-answer";
    public const string MergeTwo = "merge-two";
    public const string TooLate = "too-late";
    public const string Raised = "raised";
    public const string PageSaved = "page-saved";
    public const string TakenDown = "taken-down";
    public const string PutBack = "put-back";

    private static readonly Dictionary<string, Bilingual> All = new()
    {
        [SessionEnded] = new("会话已结束。", "The session has ended."),
        [Answered] = QuestionDeskTexts.Answered,
        [AnsweredOnSite] = QuestionDeskTexts.AnsweredOnSite,
        [Published] = QuestionDeskTexts.Published,
        [Discarded] = QuestionDeskTexts.Discarded,
        [Reopened] = QuestionDeskTexts.Reopened,
        [Merged] = QuestionDeskTexts.Merged,
        [MergedPartly] = QuestionDeskTexts.MergedPartly,
        [MergedWithAnswer] = QuestionDeskTexts.MergedWithAnswer,
        [MergeTwo] = QuestionDeskTexts.MergeTwo,
        [TooLate] = QuestionDeskTexts.TooLate,
        [Raised] = QuestionDeskTexts.Raised,
        [PageSaved] = PublishedDeskTexts.Saved,
        [TakenDown] = PublishedDeskTexts.TakenDown,
        [PutBack] = PublishedDeskTexts.PutBack,
    };

    public static Bilingual? Of(HttpRequest request) => All.TryGetValue(request.Query["done"].ToString(), out var notice) ? notice : null;
}
