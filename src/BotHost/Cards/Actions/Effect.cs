namespace Wenlu.BotHost.Cards.Actions;

/// <summary>What pressing a button of an answer came to: done, and the card shows it from then on, or refused.</summary>
internal readonly record struct Effect(bool IsDone, Bilingual Toast)
{
    public static Effect Done(Bilingual toast) => new(true, toast);

    public static Effect Refused(Bilingual toast) => new(false, toast);
}
