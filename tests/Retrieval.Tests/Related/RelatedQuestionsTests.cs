using Wenlu.Retrieval.Related;
using Wenlu.Retrieval.Search;
using Wenlu.Retrieval.Understanding;

namespace Wenlu.Retrieval.Tests.Related;

public sealed class RelatedQuestionsTests
{
    private static readonly DateTimeOffset Today = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_question_itself_is_left_out_in_any_wording()
    {
        var shown = Choose("怎么申请年假", Found("请问如何申请年假？", 9), Found("怎麼申請年假", 8), Found("年假怎么取消", 7));

        shown.ShouldBe(["年假怎么取消"]);
    }

    [Fact]
    public void What_was_typed_is_left_out_as_well_as_what_it_was_rewritten_to() =>
        Choose(["低频 RFID 能读多远", "那低频呢"], Found("那低频呢？", 9), Found("超高频 RFID 能读多远", 8)).ShouldBe(["超高频 RFID 能读多远"]);

    [Fact]
    public void Of_several_wordings_the_newest_is_shown_at_the_place_of_the_best()
    {
        var shown = Choose("VPN 用不了", Found("VPN 怎么连接", 9, daysOld: 30), Found("VPN 密码忘了怎么办", 8), Found("请问怎样连接 VPN？", 7, daysOld: 2), Found("VPN 如何连接", 6, daysOld: 60));

        shown.ShouldBe(["请问怎样连接 VPN？", "VPN 密码忘了怎么办"], ignoreOrder: false);
    }

    [Fact]
    public void Fewer_are_shown_rather_than_what_has_nothing_to_do_with_it() =>
        Choose("差旅报销的标准是多少", Found("怎么申请停车位", 9), Found("差旅报销要哪些发票", 5)).ShouldBe(["差旅报销要哪些发票"]);

    [Fact]
    public void At_most_as_many_as_wanted_are_shown_and_each_once()
    {
        var found = Enumerable.Range(1, 9).Select(number => Found($"第 {number} 版的发布说明在哪里", 10 - number)).ToList();

        RelatedQuestions.Choose(["发布说明怎么写"], [.. found, .. found], 3, Glossary.Empty).Select(hit => hit.DocumentId).ShouldBe(found.Take(3).Select(hit => hit.DocumentId));
    }

    [Fact]
    public void A_question_that_calls_it_by_its_other_name_is_related()
    {
        var glossary = Glossary.Parse("term,translations\n提示词,prompt");
        Hit[] found = [Found("提示词怎么写效果好", 9)];

        RelatedQuestions.Choose(["what is a prompt"], found, 3, Glossary.Empty).ShouldBeEmpty();
        RelatedQuestions.Choose(["what is a prompt"], found, 3, glossary).ShouldHaveSingleItem();
    }

    [Fact]
    public void Nothing_asked_is_a_mistake_of_the_caller() =>
        Should.Throw<ArgumentException>(() => RelatedQuestions.Choose([], [], 3, Glossary.Empty));

    private static IEnumerable<string> Choose(string asked, params Hit[] found) => Choose([asked], found);

    private static IEnumerable<string> Choose(string[] asked, params Hit[] found) =>
        RelatedQuestions.Choose(asked, found, 3, Glossary.Empty).Select(hit => hit.Title);

    private static Hit Found(string question, double score, int daysOld = 0) =>
        new($"{question}-{score}", question, [], "…", score) { UpdatedAt = Today.AddDays(-daysOld) };
}
