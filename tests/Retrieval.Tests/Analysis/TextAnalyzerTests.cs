using Wenlu.Retrieval.Analysis;

namespace Wenlu.Retrieval.Tests.Analysis;

public sealed class TextAnalyzerTests
{
    [Theory]
    [InlineData("华为Mate60", "华 为 mate60 mate 60")]
    [InlineData("E4021", "e4021 4021")]
    [InlineData("v1.2.3", "v1.2.3 1 2 3")]
    [InlineData("maxRetryCount", "maxretrycount max retry count")]
    [InlineData("HTTPServer", "httpserver http server")]
    [InlineData("max_retry", "max_retry max retry")]
    [InlineData("/etc/hosts", "etc/hosts etc hosts host")]
    [InlineData("C++ and C#.", "c++ and c#")]
    [InlineData("running expenses", "running run expenses expens")]
    public void A_word_gives_itself_its_parts_and_its_stems(string text, string terms)
    {
        var found = TextAnalyzer.Unigrams(text).Select(token => token.Term).ToArray();
        foreach (var term in terms.Split(' '))
            found.ShouldContain(term);
    }

    [Fact]
    public void Pairs_overlap_within_a_run_and_never_reach_over_its_end_and_numbers_have_their_figures() =>
        TextAnalyzer.Bigrams("年假十天，病假").Select(token => token.Term).ShouldBe(["年假", "假十", "十天", "10", "病假"]);

    [Fact]
    public void Other_forms_of_a_word_do_not_lengthen_the_passage() =>
        TextAnalyzer.Unigrams("E4021 重启").Sum(token => token.Step).ShouldBe(3);

    [Theory]
    [InlineData("reimbursement", "reimbursed")]
    [InlineData("policies", "policy")]
    [InlineData("boxes", "box")]
    [InlineData("making", "make")]
    [InlineData("planned", "planning")]
    public void Inflected_words_meet_in_their_stem(string one, string other) => EnglishStem.Of(one).ShouldBe(EnglishStem.Of(other));

    [Theory]
    [InlineData("bus")]
    [InlineData("string")]
    [InlineData("class")]
    [InlineData("bed")]
    public void Words_that_only_look_inflected_stay(string word) => EnglishStem.Of(word).ShouldBe(word);
}
