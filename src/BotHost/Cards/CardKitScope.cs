namespace Wenlu.BotHost.Cards;

/// <summary>Remembers for a while that the app lacks the card scope, so that not every answer costs a refused call.</summary>
internal sealed class CardKitScope(TimeProvider time)
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMinutes(10);

    private DateTimeOffset missingUntil;

    public bool IsMissing => time.GetUtcNow() < missingUntil;

    public void Missing() => missingUntil = time.GetUtcNow() + AskAgainAfter;
}
