using System.Globalization;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Gaps;

namespace Wenlu.BotHost.Desk.Questions;

/// <summary>Gaps as the desk shows them: nobody who asked is in it.</summary>
internal static class GapViews
{
    public static WaitingGap Of(Gap gap, Language language) => new(gap.Id, gap.Question, GapCard.Facts(gap, language), gap.Wordings, gap.Reasons, OutcomeOf(gap, language))
    {
        CanReopen = gap.State == GapState.Dismissed,
        MergedInto = gap.MergedInto,
    };

    private static Bilingual? OutcomeOf(Gap gap, Language language) => gap.State switch
    {
        GapState.Answered => By(QuestionDeskTexts.AnsweredBy, gap, language),
        GapState.Dismissed => By(QuestionDeskTexts.DismissedBy, gap, language),
        GapState.Merged => By(QuestionDeskTexts.MergedBy, gap, language),
        _ => null,
    };

    private static Bilingual By(Bilingual text, Gap gap, Language language) => text.With(
        AnswerTexts.Editor(gap.ClosedBy ?? string.Empty, language), (gap.ClosedAt ?? gap.LastAsked).UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC");
}
