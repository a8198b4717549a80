using Wenlu.BotHost.Desk.Published;
using Wenlu.BotHost.Desk.Questions;

namespace Wenlu.BotHost.Desk;

/// <summary>What a page says of what was just done, by the name that stands in its address.</summary>
internal static class DeskNotices
{
    public const string SessionEnded = "session-ended";

    public const string Created = "created";
    public const string Saved = "saved";
    public const string Unchanged = "unchanged";
    public const string Restored = "restored";
    public const string Deleted = "deleted";
    public const string NotYetSearchable = "not-yet-searchable";

    public const string SyncBegun = "sync-begun";
    public const string TriedAgain = "tried-again";
    public const string SourceAdded = "source-added";
    public const string SourceKnown = "source-known";
    public const string SourceRemoved = "source-removed";

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
        [SyncBegun] = new("马上开始，失败的也会重试。", "It begins at once, and what failed is tried again."),
        [TriedAgain] = new("马上重新读取这篇文档。", "The document is read again at once."),
        [SourceAdded] = new("已添加，马上开始读取。", "Added. Reading begins at once."),
        [SourceKnown] = new("它已经在来源之中。", "It is among the sources already."),
        [SourceRemoved] = new("已移除，它的文档会从知识库中删除。", "Removed. Its documents are taken out of the knowledge base."),
        [SessionEnded] = new("会话已结束。", "The session has ended."),
        [Created] = new("已新建，现在就能搜到。", "Created. It can be found now."),
        [Saved] = new("已保存，现在就能搜到。", "Saved. It can be found now."),
        [Unchanged] = new("内容没有变化，未产生新版本。", "Nothing had changed, so there is no new revision."),
        [Restored] = new("已恢复，现在就能搜到。", "Restored. It can be found now."),
        [Deleted] = new("已删除，不会再被搜到。可以从下面的版本恢复。", "Deleted, and no longer found. It can be restored from its revisions below."),
        [NotYetSearchable] = new("已保存；索引稍后跟上，届时才能搜到。", "Saved. The index will follow in a moment; it is not found yet."),
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
