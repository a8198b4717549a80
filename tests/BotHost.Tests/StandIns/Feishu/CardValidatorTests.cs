using Wenlu.StandIns.Feishu;

namespace Wenlu.BotHost.Tests.StandIns.Feishu;

public sealed class CardValidatorTests
{
    private const string Form =
        """
        {"tag":"form","name":"feedback","elements":[
          {"tag":"input","name":"reason","placeholder":{"tag":"plain_text","content":"哪里不对？"},"input_type":"multiline_text","rows":3},
          {"tag":"button","name":"send","text":{"tag":"plain_text","content":"提交"},"type":"primary","form_action_type":"submit",
           "behaviors":[{"type":"callback","value":{"action":"feedback"}}]}]}
        """;

    private const string Panel =
        """
        {"tag":"collapsible_panel","element_id":"sources","expanded":false,
         "header":{"title":{"tag":"plain_text","content":"参考资料"},"icon":{"tag":"standard_icon","token":"down-small-ccm_outlined","size":"16px 16px"},
                   "icon_position":"right","icon_expanded_angle":-180},
         "border":{"color":"grey","corner_radius":"5px"},
         "elements":[{"tag":"markdown","content":"1. [手册](https://example.feishu.cn/docx/1#2)"}]}
        """;

    [Theory]
    [InlineData(CardSamples.Streaming)]
    [InlineData("{}")]
    public void A_right_card_has_no_problems(string card) => CardValidator.Validate(card).ToString().ShouldBe("valid");

    [Theory]
    [InlineData(Form)]
    [InlineData(Panel)]
    [InlineData("""{"tag":"column_set","flex_mode":"none","columns":[{"tag":"column","width":"auto","elements":[{"tag":"hr"}]}]}""")]
    public void A_right_element_has_no_problems(string element) =>
        CardValidator.Validate(CardSamples.With(element)).ToString().ShouldBe("valid");

    [Theory]
    [InlineData("""{"tag":"note"}""", CardProblemKind.UnknownTag)]
    [InlineData("""{"tag":"hr","colour":"red"}""", CardProblemKind.UnknownProperty)]
    [InlineData("""{"tag":"markdown"}""", CardProblemKind.MissingProperty)]
    [InlineData("""{"tag":"hr","element_id":"1st"}""", CardProblemKind.BadElementId)]
    [InlineData("""{"tag":"hr","element_id":"a23456789012345678901"}""", CardProblemKind.BadElementId)]
    [InlineData("""{"tag":"hr","element_id":"a"},{"tag":"hr","element_id":"a"}""", CardProblemKind.DuplicateElementId)]
    [InlineData("""{"tag":"button","text":{"tag":"plain_text","content":"x"},"behaviors":[{"type":"callback","value":"text"}]}""", CardProblemKind.WrongValue)]
    [InlineData("""{"tag":"button","behaviors":[{"type":"open_url","default_url":"javascript:alert(1)"}]}""", CardProblemKind.BadLink)]
    [InlineData("""{"tag":"button","name":"a","form_action_type":"submit"}""", CardProblemKind.Misplaced)]
    [InlineData("""{"tag":"form","name":"f","elements":[{"tag":"input","name":"a"}]}""", CardProblemKind.MissingProperty)]
    public void A_wrong_element_is_found(string element, CardProblemKind kind) =>
        CardValidator.Validate(CardSamples.With(element)).Problems.Select(problem => problem.Kind).ShouldContain(kind);

    [Theory]
    [InlineData("![x](https://example.com/a.png)", CardProblemKind.ImageAddress)]
    [InlineData("[x](file:///etc/passwd)", CardProblemKind.BadLink)]
    [InlineData("[x](/relative)", CardProblemKind.BadLink)]
    [InlineData("<script>x</script>", CardProblemKind.Html)]
    [InlineData("<number_tag url='ftp://a'>1</number_tag>", CardProblemKind.BadLink)]
    public void Wrong_Markdown_is_found(string text, CardProblemKind kind) =>
        CardValidator.Validate(CardSamples.With(CardSamples.Markdown(text))).Problems.Select(problem => problem.Kind).ShouldContain(kind);

    [Theory]
    [InlineData("a `<script>` b")]
    [InlineData("```html\n<script>\n![x](https://example.com/a.png)\n```")]
    [InlineData("[x](https://example.com/a_(b)) <font color='grey'>y</font> ![x](img_v3_1)")]
    [InlineData("1 < 2 and a<b")]
    public void Right_Markdown_is_taken(string text) =>
        CardValidator.Validate(CardSamples.With(CardSamples.Markdown(text))).ToString().ShouldBe("valid");

    [Fact]
    public void A_mention_is_reported() =>
        CardValidator.Validate(CardSamples.With(CardSamples.Markdown("<at id=all></at>"))).Mentions.ShouldBe(["<at id=all>"]);

    [Fact]
    public void Four_tables_are_one_too_many_and_tables_in_code_do_not_count()
    {
        const string table = "| a | b |\n|---|---|\n| 1 | 2 |\n\n";
        var three = CardSamples.Markdown(string.Concat(Enumerable.Repeat(table, 3)));
        CardValidator.Validate(CardSamples.With(three, CardSamples.Markdown($"```\n{table}```"))).Tables.ShouldBe(3);
        Problem(CardSamples.With(three, CardSamples.Markdown(table))).ShouldBe(CardProblemKind.TooManyTables);
    }

    [Fact]
    public void Every_tagged_object_counts_as_an_element()
    {
        var rules = Enumerable.Repeat("""{"tag":"div","text":{"tag":"plain_text","content":"a"}}""", 100);
        CardValidator.Validate(CardSamples.With([.. rules])).Elements.ShouldBe(200);
        Problem(CardSamples.With([.. rules, """{"tag":"hr"}"""])).ShouldBe(CardProblemKind.TooManyElements);
    }

    [Fact]
    public void Containers_nest_five_deep()
    {
        var nested = """{"tag":"hr"}""";
        for (var level = 0; level < 5; level++) nested = Container(nested);
        CardValidator.Validate(CardSamples.With(nested)).ToString().ShouldBe("valid");
        Problem(CardSamples.With(Container(nested))).ShouldBe(CardProblemKind.TooDeep);
    }

    [Theory]
    [InlineData("""{"tag":"button","text":{"tag":"plain_text","content":"x"}}""", CardProblemKind.MissingProperty)]
    [InlineData("""{"tag":"button","behaviors":[{"type":"callback","value":{"a":1}}]}""", CardProblemKind.MissingProperty)]
    [InlineData("""{"tag":"button","text":{"tag":"plain_text","content":"x"},"behaviors":[{"type":"callback","value":"a"}]}""", CardProblemKind.WrongValue)]
    [InlineData("""{"tag":"select_static","name":"s","options":[]}""", CardProblemKind.WrongValue)]
    [InlineData("""{"tag":"markdown","content":"x","i18n_content":{"zh":"x"}}""", CardProblemKind.UnknownProperty)]
    [InlineData("""{"tag":"markdown","content":"<number_tag url='https://example.com'>100</number_tag>"}""", CardProblemKind.WrongValue)]
    public void What_cannot_be_pressed_chosen_or_read_is_found(string element, CardProblemKind kind) => Problem(CardSamples.With(element)).ShouldBe(kind);

    [Fact]
    public void A_button_that_is_switched_off_does_nothing() =>
        CardValidator.Validate(CardSamples.With("""{"tag":"button","disabled":true,"text":{"tag":"plain_text","content":"x"}}""")).ToString().ShouldBe("valid");

    [Fact]
    public void A_card_holds_thirty_kilobytes() =>
        Problem(CardSamples.With(CardSamples.Markdown(new string('a', 31_000)))).ShouldBe(CardProblemKind.TooLarge);

    private static CardProblemKind Problem(string card) => CardValidator.Validate(card).Problems.ShouldHaveSingleItem().Kind;

    private static string Container(string inner) =>
        $$$"""{"tag":"collapsible_panel","header":{"title":{"tag":"plain_text","content":"x"}},"elements":[{{{inner}}}]}""";
}
