namespace Wenlu.BotHost.Desk;

/// <summary>The parts of the desk, in the order in which an editor's day needs them.</summary>
internal static class DeskSections
{
    public const string Overview = DeskEndpoints.Root;
    public const string Audit = DeskEndpoints.Root + "/audit";
    public const string Sessions = DeskEndpoints.Root + "/sessions";

    public static readonly IReadOnlyList<(string Path, Bilingual Name)> All =
    [
        (Overview, DeskTexts.Overview),
        (Audit, DeskTexts.Audit),
        (Sessions, DeskTexts.Sessions),
    ];
}
