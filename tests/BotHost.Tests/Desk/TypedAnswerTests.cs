using Microsoft.AspNetCore.Http;
using Wenlu.BotHost.Desk.Writing;

namespace Wenlu.BotHost.Tests.Desk;

public sealed class TypedAnswerTests
{
    [Fact]
    public void What_a_browser_sends_is_read_as_it_was_typed()
    {
        var typed = TypedAnswer.Of(new FormCollection(new()
        {
            ["question"] = " 年假有几天？ ",
            ["answer"] = "十天。\r\n\r\n- 须申请",
            ["sources"] = "leave#年假\r\n\r\n  rules \r\nleave#年假",
            ["tags"] = "人事，休假, 人事、假",
            ["by-model"] = "1",
            ["revision"] = "3",
        }));

        (typed.Question, typed.Markdown, typed.IsByModel, typed.Revision).ShouldBe(("年假有几天？", "十天。\n\n- 须申请", true, 3));
        typed.SourceList.ShouldBe(["leave#年假", "rules"]);
        System.Text.Json.JsonElement.Parse(typed.ToPublication()).GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()).ShouldBe(["人事", "休假", "假"]);
    }

    [Fact]
    public void A_source_that_is_cited_stands_at_the_end_once()
    {
        var typed = new TypedAnswer("问", "答", "leave", string.Empty);

        typed.Citing("rules").SourceList.ShouldBe(["leave", "rules"]);
        typed.Citing("leave").ShouldBeSameAs(typed);
    }
}
