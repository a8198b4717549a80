using FsCheck.Xunit;
using Lucene.Net.Search;
using Wenlu.Retrieval.Confidence;

namespace Wenlu.Retrieval.Tests.Confidence;

public sealed class EvidenceTests
{
    [Theory]
    [InlineData("他说“今天天气很好”。", "他说        。")]
    [InlineData("例如「請問食堂幾點開門」", "例如          ")]
    [InlineData("say \"open the window\" twice", "say                   twice")]
    [InlineData("点“忘记密码”", "点“忘记密码”")]
    [InlineData("“两行\n之间没有结束的引号很常见”", "“两行\n之间没有结束的引号很常见”")]
    public void Quoted_sentences_are_blanked_and_quoted_labels_stay(string text, string blanked) => Quotations.Blank(text).ShouldBe(blanked);

    [Property]
    public void Blanking_keeps_every_character_s_place(string? text) => Quotations.Blank(text ?? "").Length.ShouldBe((text ?? "").Length);

    [Fact]
    public void A_first_score_that_stands_out_leads()
    {
        var level = Ranking(Enumerable.Repeat(8f, 30));
        var outstanding = Ranking(Enumerable.Repeat(4f, 29).Prepend(8f));

        ScoreShape.Of(level, 16).ShouldBe(new ScoreShape(0, 0.5));
        ScoreShape.Of(outstanding, 16).ShouldBe(new ScoreShape(0.5, 0.5));
    }

    [Fact]
    public void Among_few_candidates_a_lead_says_less_and_a_lone_one_has_none()
    {
        ScoreShape.Of(Ranking([8f, 4, 4, 4, 4]), 16).Lead.ShouldBe(0.5 * 5 / 20);
        ScoreShape.Of(Ranking([8f]), 16).Lead.ShouldBe(0);
        ScoreShape.Of(Ranking([]), 16).ShouldBe(default);
    }

    [Property]
    public void More_of_the_question_in_one_place_never_lowers_the_confidence(byte coverage, byte amount, byte margin, byte more)
    {
        var less = new Evidence(coverage / 255.0, amount, margin / 255.0, 0, false, default, 10);
        var evidence = less with { Coverage = less.Coverage + more / 255.0, Amount = less.Amount + more, Margin = less.Margin + more / 255.0 };

        Confidence(evidence).ShouldBeGreaterThanOrEqualTo(Confidence(less));
    }

    [Property]
    public void What_stands_nowhere_and_more_passages_to_match_by_chance_never_raise_it(byte unknown, byte more)
    {
        var less = new Evidence(0.6, 12, 0.2, unknown / 255.0, false, new ScoreShape(0.3, 0.3), 10);

        Confidence(less with { Unknown = less.Unknown + more / 255.0 }).ShouldBeLessThanOrEqualTo(Confidence(less));
        Confidence(less with { Searched = less.Searched + more }).ShouldBeLessThanOrEqualTo(Confidence(less));
    }

    [Fact]
    public void Without_evidence_there_is_no_confidence() => Confidence(default).ShouldBe(0);

    [Property]
    public void A_higher_probability_never_falls_into_a_worse_band(byte lower, byte higher)
    {
        var (low, high) = (Math.Min(lower, higher) / 255.0, Math.Max(lower, higher) / 255.0);

        ((int)AnswerConfidence.BandOf(high)).ShouldBeLessThanOrEqualTo((int)AnswerConfidence.BandOf(low));
    }

    private static double Confidence(Evidence evidence) => AnswerConfidence.Of(AnswerConfidence.Features(evidence));

    private static ScoreDoc[] Ranking(IEnumerable<float> scores) => [.. scores.Select((score, place) => new ScoreDoc(place, score))];
}
