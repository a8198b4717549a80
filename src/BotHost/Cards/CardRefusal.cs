using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Cards;

/// <summary>What the platform has against a card, and what to show instead.</summary>
internal static class CardRefusal
{
    /// <summary>Null when another card would fare no better, or the same one will do in a moment.</summary>
    public static CardPlan? PlanAfter(FeishuApiException refusal, CardPlan plan) =>
        plan == CardPlan.Sentence || refusal.IsCardInUse || !FeishuCodes.IsCardRefused(refusal.Code) ? null : Later(plan, LeastPlan(refusal));

    /// <summary>A limit is met by showing less; a person in it or what it says, only by not showing it.</summary>
    private static CardPlan LeastPlan(FeishuApiException refusal) => refusal switch
    {
        { Code: FeishuCodes.SensitiveContent or FeishuCodes.DataLossPrevention } => CardPlan.Notice,
        { SubCode: FeishuCodes.MentionFailed } => CardPlan.Bare,
        _ => CardPlan.Plain,
    };

    private static CardPlan Later(CardPlan plan, CardPlan least) => plan + 1 > least ? plan + 1 : least;
}
