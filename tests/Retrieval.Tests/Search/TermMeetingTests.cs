using Wenlu.Retrieval.Analysis;
using Wenlu.Retrieval.Search;

namespace Wenlu.Retrieval.Tests.Search;

public sealed class TermMeetingTests
{
    private static readonly string Between = string.Concat(Enumerable.Repeat("无关文字", 20));

    [Fact]
    public void What_stands_together_weighs_more_than_what_stands_apart() =>
        Meet("试用期 工资", "试用期工资").ShouldBeGreaterThan(Meet("试用期 工资", $"试用期{Between}工资"));

    [Fact]
    public void A_repeated_term_counts_once() => Meet("工资", "工资，工资，还是工资").ShouldBe(Meet("工资", "工资"));

    [Fact]
    public void Pairs_tell_a_word_from_its_characters() => Meet("工资", "工资").ShouldBeGreaterThan(Meet("工资", "资工"));

    [Fact]
    public void A_pair_does_not_reach_over_punctuation() => Meet("工资", "工，资").ShouldBe(Meet("工资", "资工"));

    [Fact]
    public void What_the_title_says_holds_for_every_place() =>
        Meet("试用期工资", $"试用期{Between}工资", title: "试用期工资").ShouldBe(Meet("试用期工资", "试用期工资"));

    [Theory]
    [InlineData("reimbursed", "Reimbursing takes a week.")]
    [InlineData("ERR_CONN_RESET", "on err_conn_reset, retry")]
    [InlineData("𠮷野家", "去𠮷野家")]
    public void Words_and_rare_characters_meet_in_their_one_term(string question, string passage) =>
        Meet(question, passage).ShouldBe(Meet(question, question));

    [Fact]
    public void The_part_of_a_code_is_not_the_code() => Meet("E4021", "E 4021").ShouldBe(0);

    private static double Meet(string question, string passage, string title = "") =>
        new TermMeeting(TextScanner.Scan(TextNormalizer.Fold(question)), _ => 1, _ => 1).In(TermSequence.Write(TextAnalyzer.Analyze(title), TextAnalyzer.Analyze(passage)));
}
