using Wenlu.BotHost.Desk.Charts;

namespace Wenlu.BotHost.Desk.Numbers;

/// <summary>One number, large.</summary>
/// <param name="Note">What it is compared with, or of how many it is.</param>
public sealed record Tile(string Name, string Value, string Note);

/// <param name="Offset">Whose midnight ends a day.</param>
public sealed record NumbersModel(NumbersRange Range, IReadOnlyList<Tile> Tiles, IReadOnlyList<Chart> Charts, bool IsEmpty, string Offset);
