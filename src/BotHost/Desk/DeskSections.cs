using Wenlu.BotHost.Desk.Documents;
using Wenlu.BotHost.Desk.Feedback;
using Wenlu.BotHost.Desk.Numbers;
using Wenlu.BotHost.Desk.Published;
using Wenlu.BotHost.Desk.Questions;
using Wenlu.BotHost.Desk.Sync;

namespace Wenlu.BotHost.Desk;

/// <summary>The parts of the desk, in the order in which an editor's day needs them.</summary>
internal static class DeskSections
{
    public const string Overview = DeskEndpoints.Root;
    public const string Documents = DeskEndpoints.Root + "/documents";
    public const string Questions = DeskEndpoints.Root + "/questions";
    public const string Published = DeskEndpoints.Root + "/published";
    public const string Feedback = DeskEndpoints.Root + "/feedback";
    public const string Numbers = DeskEndpoints.Root + "/numbers";
    public const string Sync = DeskEndpoints.Root + "/sync";
    public const string Audit = DeskEndpoints.Root + "/audit";
    public const string Sessions = DeskEndpoints.Root + "/sessions";

    public static readonly IReadOnlyList<(string Path, Bilingual Name)> All =
    [
        (Overview, DeskTexts.Overview),
        (Documents, DocumentDeskTexts.Documents),
        (Questions, QuestionDeskTexts.Title),
        (Published, PublishedDeskTexts.Title),
        (Feedback, FeedbackDeskTexts.Title),
        (Numbers, NumbersTexts.Title),
        (Sync, SyncTexts.Title),
        (Audit, DeskTexts.Audit),
        (Sessions, DeskTexts.Sessions),
    ];
}
