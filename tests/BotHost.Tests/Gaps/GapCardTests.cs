using System.Text;
using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Gaps;
using Wenlu.BotHost.Tests.Cards;
using Wenlu.StandIns.Feishu;

namespace Wenlu.BotHost.Tests.Gaps;

public sealed class GapCardTests
{
    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void The_editors_card_in_all_its_states_is_the_approved_one(Language language) => Approved(GapCard.Build(GapExamples.Content(language)), $"gaps-{language}");

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void The_weeks_digest_is_the_approved_one(Language language) => Approved(DigestCard.Build(GapExamples.Digest, language).Card!, $"digest-{language}");

    [Fact]
    public void Whatever_is_asked_and_however_the_documents_are_called_the_card_stays_within_the_limits()
    {
        var nasty = string.Concat(Enumerable.Repeat("<at id=all>*[字](http://x)|", 40));
        var gap = Enumerable.Range(0, 20).Aggregate(GapExamples.Gap("g0", nasty), (asked, number) => asked.With(GapExamples.Ask($"k{number}", $"{number}{nasty}", nasty)));
        var near = Enumerable.Repeat(new NearDocument("d", nasty, "https://wiki.example.com/" + new string('a', 470)), 3).ToList();
        var shown = Enumerable.Range(0, GapCard.Most).Select(index => new ShownGap($"g{index}", gap with { Id = $"0123456789a{index}" }, near)).ToList();

        var card = GapCard.Build(new GapCardContent("g-1", Language.Chinese, shown, 294, [.. Enumerable.Repeat(nasty, 50)])).ToJson();

        CardValidator.Validate(card).ToString().ShouldBe("valid");
        Encoding.UTF8.GetByteCount(card).ShouldBeLessThan(AnswerCard.MaxBytes);
    }

    private static void Approved(Card card, string name)
    {
        CardValidator.Validate(card.ToJson()).ToString().ShouldBe("valid");
        Approve.Json(card.ToJson(), name);
    }
}
