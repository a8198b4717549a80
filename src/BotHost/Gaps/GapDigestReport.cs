using System.Globalization;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Feishu.Budget;
using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Numbers;
using Wenlu.BotHost.Welcome;

namespace Wenlu.BotHost.Gaps;

/// <summary>What a week came to, for its digest.</summary>
/// <param name="Stale">Documents that have not changed for longer than Knowledge:StaleAfter; null where that is not set.</param>
internal sealed record Digest(DateOnly From, DateOnly To, PeriodNumbers Numbers, int Gaps, int? Stale, int Outdated);

/// <summary>The card of the week's digest.</summary>
internal static class DigestCard
{
    public static Notice Build(Digest digest, Language language)
    {
        var title = string.Format(CultureInfo.InvariantCulture, GapTexts.DigestOf.In(language), Day(digest.From), Day(digest.To));
        var card = new Card(new CardConfig(false, CardSummary.Of(GapTexts.DigestTitle, language)), new CardBody(
        [
            new MarkdownElement($"**{CardText.Escape(title)}**") { ElementId = "title" },
            new MarkdownElement(string.Join('\n', Lines(digest, language))) { ElementId = "digest" },
            CardStyle.Note(CardText.Escape(GapTexts.DigestHint.In(language)), "hint"),
        ]));
        return new Notice($"{title}\n{string.Join('\n', Lines(digest, language))}", card);
    }

    private static IEnumerable<string> Lines(Digest digest, Language language)
    {
        (Bilingual Name, long? Number)[] lines =
        [
            (GapTexts.DigestAsked, digest.Numbers.Asked), (GapTexts.DigestAnswered, digest.Numbers.Answered), (GapTexts.DigestUnanswered, digest.Numbers.Unanswered),
            (GapTexts.DigestDisliked, Math.Max(0, digest.Numbers.Unhelpful)), (GapTexts.DigestGaps, digest.Gaps), (GapTexts.DigestStale, digest.Stale), (GapTexts.DigestOutdated, digest.Outdated),
        ];
        return from line in lines
               where line.Number is not null
               select string.Create(CultureInfo.InvariantCulture, $"- {line.Name.In(language)}: **{line.Number}**");
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Tells the editors once a week what the week came to.</summary>
internal sealed class GapDigestReport(
    DailyNumbers numbers, GapDesk desk, OutdatedAnswers outdated, StaleDocuments stale, Announcer announcer, CallBudget budget, Tongue tongue, IOptions<GapOptions> options)
    : GapReport(announcer, budget, tongue, options)
{
    private const int Week = 7;

    public override string Type => GapErrands.Digest;

    protected override async Task<Notice?> MakeAsync(InboxEntry entry, Language language)
    {
        var day = DateOnly.ParseExact(GapPost.BodyOf(entry)["day"]!.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var week = PeriodNumbers.Sum(await numbers.ReadAsync(day.AddDays(-1), Week));
        var digest = new Digest(
            day.AddDays(-Week), day.AddDays(-1), week, (await desk.OpenAsync()).Count, await stale.CountAsync(), (await outdated.ListAsync()).Count);
        return DigestCard.Build(digest, language);
    }
}
