namespace Wenlu.BotHost.Feishu.Budget;

/// <summary>A way to answer, and what it may cost.</summary>
/// <param name="Level">The tightest level that allows it.</param>
/// <param name="Calls">The most that it costs, with second tries where the card would stay unfinished.</param>
/// <param name="Widening">Factor of the time between frames.</param>
internal sealed record Offer(BudgetLevel Level, AnswerForm Form, int Calls, double Widening)
{
    private static readonly IReadOnlyList<Offer> All =
    [
        new(BudgetLevel.Plenty, AnswerForm.Streamed, Calls: 12, Widening: 1),
        new(BudgetLevel.Widened, AnswerForm.Streamed, Calls: 9, Widening: 4),
        new(BudgetLevel.Still, AnswerForm.Still, Calls: 3, Widening: 1),
        new(BudgetLevel.Single, AnswerForm.Single, Calls: 1, Widening: 1),
    ];

    /// <summary>
    /// The dearest first; which of them can be had, the store decides. A card that is in the chat needs what finishing it takes,
    /// however tight it is.
    /// </summary>
    public static IEnumerable<Offer> For(CallState state, AnswerForm? begun) => state switch
    {
        { Level: BudgetLevel.Empty } => [],
        _ when begun == AnswerForm.Single => All.Where(offer => offer.Form == AnswerForm.Single),
        _ when begun is not null => All.Where(offer => offer.Form != AnswerForm.Single),
        _ => All.Where(offer => offer.Level >= state.Level),
    };
}
