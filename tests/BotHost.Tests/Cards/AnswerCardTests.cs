using Wenlu.BotHost.Cards;
using Wenlu.StandIns.Feishu;

namespace Wenlu.BotHost.Tests.Cards;

public sealed class AnswerCardTests
{
    private static readonly Uri Site = new("https://ask.example.com/");

    [Theory]
    [InlineData("grounded", Language.Chinese)]
    [InlineData("grounded", Language.English)]
    [InlineData("form", Language.Chinese)]
    [InlineData("form", Language.English)]
    [InlineData("voted", Language.Chinese)]
    [InlineData("voted", Language.English)]
    [InlineData("clicked", Language.Chinese)]
    [InlineData("plain", Language.Chinese)]
    [InlineData("bare", Language.Chinese)]
    [InlineData("notice", Language.English)]
    [InlineData("sentence", Language.Chinese)]
    public void Pitfall_30_A_card_in_each_state_is_the_approved_one(string state, Language language)
    {
        var answer = CardLinks.Resolve(CardExamples.Grounded(language), Site);

        var card = AnswerCard.Finished(answer, CardExamples.State(state)).ShouldHaveSingleItem().ToJson();

        Approved(card, $"{state}-{language}");
    }

    [Fact]
    public void A_card_that_says_that_nothing_was_found_is_the_approved_one() =>
        Approved(AnswerCard.Finished(CardLinks.Resolve(CardExamples.NotFound, Site), new CardState("a-1"))[0].ToJson(), "not-found");

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void A_card_of_an_editors_answer_is_the_approved_one(Language language) =>
        Approved(AnswerCard.Finished(CardLinks.Resolve(CardExamples.Official(language), Site), new CardState("a-1"))[0].ToJson(), $"official-{language}");

    [Fact]
    public void A_card_of_passages_is_the_approved_one() =>
        Approved(AnswerCard.Finished(CardLinks.Resolve(CardExamples.Extractive, Site), new CardState("a-1"))[0].ToJson(), "extractive");

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void The_cards_of_a_long_answer_are_the_approved_ones(Language language)
    {
        var cards = AnswerCard.Finished(CardLinks.Resolve(CardExamples.Long(language), Site), new CardState("a-1"));

        cards.Count.ShouldBe(2);
        for (var part = 0; part < cards.Count; part++)
            Approved(cards[part].ToJson(), $"long-{language}-{part + 1}");
    }

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void A_card_that_is_about_to_be_written_is_the_approved_one(Language language) =>
        Approved(CardLayout.Streaming(language, "a-1").ToJson(), $"streaming-{language}");

    /// <summary>Pitfall: a card that a click builds again must hold the text that it held, whatever else has come to stand on it.</summary>
    [Theory]
    [InlineData("form")]
    [InlineData("voted")]
    public void What_happens_to_a_card_moves_nothing_from_one_card_to_another(string state)
    {
        var answer = CardExamples.Long(Language.Chinese);

        var before = AnswerCard.Finished(answer, new CardState("a-1"));
        var after = AnswerCard.Finished(answer, CardExamples.State(state));

        after.Select(Text).ShouldBe(before.Select(Text));
    }

    [Fact]
    public void An_answer_beyond_all_cards_says_that_it_was_shortened()
    {
        var answer = CardExamples.Grounded(Language.Chinese) with { Markdown = string.Concat(Enumerable.Repeat("年假十天，以员工手册为准。", 8_000)) };

        var cards = AnswerCard.Finished(answer, new CardState("a-1"));

        cards.Count.ShouldBe(CardParts.Most);
        Text(cards[^1]).ShouldEndWith("（内容过长，已截断；完整内容请打开参考资料。）");
        cards.ShouldAllBe(card => CardValidator.Validate(card.ToJson()).IsValid);
    }

    private static string Text(Card card) => card.Body.Elements.OfType<MarkdownElement>().Single(element => element.ElementId == CardLayout.AnswerElement).Content;

    private static void Approved(string card, string name)
    {
        CardValidator.Validate(card).ToString().ShouldBe("valid");
        Approve.Json(card, name);
    }
}
