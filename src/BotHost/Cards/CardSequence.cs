using System.Globalization;

namespace Wenlu.BotHost.Cards;

/// <summary>
/// The one counter of a card's operations. Numbers are reserved in blocks before they are used: a worker that takes over
/// begins above every number its predecessor can still send, so the platform itself turns late calls away.
/// </summary>
internal sealed class CardSequence(CardProgress progress, string cardId)
{
    private const int Block = 100;

    private int last = progress.ReservedSequence;

    public async Task<(int Number, string Uuid)> NextAsync()
    {
        if (last >= progress.ReservedSequence)
        {
            await progress.ReserveSequenceAsync(last + Block);
        }

        last++;
        return (last, string.Create(CultureInfo.InvariantCulture, $"{cardId}-{last}"));
    }

    /// <summary>Something used higher numbers than we know of: go on above them.</summary>
    public void SkipAhead() => last = progress.ReservedSequence;
}
