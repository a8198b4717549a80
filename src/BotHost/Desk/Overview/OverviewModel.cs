using Wenlu.BotHost.Desk.Numbers;

namespace Wenlu.BotHost.Desk.Overview;

/// <summary>What stands first at the desk.</summary>
/// <param name="Waiting">How many questions wait; of them the most asked are named.</param>
public sealed record OverviewModel(int Waiting, IReadOnlyList<WaitingQuestion> First, IReadOnlyList<Trend> Week, IReadOnlyList<StateLine> States);

public sealed record WaitingQuestion(string Id, string Question, int Count, DateTimeOffset LastAsked);

/// <summary>A week's number, and how it came about.</summary>
public sealed record Trend(Tile Tile, string Ink, IReadOnlyList<double?> Days);

/// <summary>How one thing stands.</summary>
/// <param name="Path">Where more of it is; null where there is no page for it.</param>
public sealed record StateLine(string Name, string? Path, string Text, bool NeedsLook);
