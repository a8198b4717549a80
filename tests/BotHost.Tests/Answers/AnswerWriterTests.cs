using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Wenlu.BotHost.Answers.Markup;

namespace Wenlu.BotHost.Tests.Answers;

public sealed partial class AnswerWriterTests
{
    private const int Shown = 3;
    private const string Source = "https://wiki.example/leave";

    [Theory]
    [InlineData("甲[2]，乙[1]，丙[2]。", "甲[1]，乙[2]，丙[1]。")]
    [InlineData("甲【1】乙［2］丙[^3]", "甲[1]乙[2]丙[3]")]
    [InlineData("甲［３］", "甲[1]")]
    [InlineData("甲[1][2] 乙[3,1] 丙[1、2] 丁[1-3] 戊[2; 3]", "甲[1][2] 乙[3][1] 丙[1][2] 丁[1][2][3] 戊[2][3]")]
    [InlineData("甲【2†来源】乙", "甲[1]乙")]
    [InlineData("甲[4]乙[0]丙[99]", "甲乙丙")]
    [InlineData("甲[3,9]", "甲[1]")]
    [InlineData("甲\\[3\\]乙\\[9\\]", "甲[1]乙")]
    [InlineData("甲[[9]12]", "甲&#91;12]")]
    [InlineData("甲[1](https://evil.example/a)[2](https://wiki.example/leave)。", "甲[1][2]。")]
    [InlineData("甲[[3]](https://wiki.example/leave)乙[【2】](https://evil.example)", "甲[1]乙[2]")]
    [InlineData("甲[1, 2](https://wiki.example/leave)", "甲[1][2]")]
    [InlineData("甲[9](https://evil.example)乙[9](https://wiki.example/leave)丙![1](https://evil.example/i.png)", "甲乙丙[1]")]
    [InlineData("甲[1](https://wiki.example/leave)（见[2024](https://evil.example)）", "甲[1]（见2024）")]
    [InlineData("甲[3", "甲")]
    [InlineData("甲[1, ", "甲")]
    [InlineData("甲【3", "甲")]
    [InlineData("甲[3\n", "甲")]
    [InlineData("甲[2]乙\\[1", "甲[1]乙")]
    [InlineData("甲[a", "甲&#91;a")]
    [InlineData("财税[2019]13号【注意】", "财税&#91;2019]13号【注意】")]
    public void Citations_in_any_spelling_become_the_numbers_of_their_first_appearance(string written, string shown) => Write(written).ShouldBe(shown);

    [Theory]
    [InlineData("`a[1]` 与 ``b[2] ` ``")]
    [InlineData("```python\nx = a[1]\nList<T> [9]\n```\n完")]
    [InlineData("- 步骤：\n\n  ```\n  a[1]\n\n  b[2]\n  ```\n- 完")]
    [InlineData("~~~\na[1]\n```\n~~~")]
    [InlineData("```md\na[1]\n    ```\nb[9]\n```\n")]
    [InlineData("- [ ] 待办\n- [x] 完成")]
    [InlineData("1. 一\n2. 二\n   - 三\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n## 标题\n> 引用 **粗** *斜* ~~删~~")]
    public void Code_and_ordinary_Markdown_stay_as_they_are(string written) => Write(written).ShouldBe(written);

    [Theory]
    [InlineData("见[说明](https://evil.example/a)。", "见说明。")]
    [InlineData("见[1](https://evil.example/a)。", "见[1]。")]
    [InlineData("见[说明](https://wiki.example/leave#x \"年假\")", "见[说明](https://wiki.example/leave#x)")]
    [InlineData("[点](javascript:alert(1))", "点")]
    [InlineData("[[a](https://evil.example)](javascript:alert(1))", "a")]
    [InlineData("见 https://evil.example/a?b=c。", "见 …。")]
    [InlineData("见<https://evil.example/a>", "见&#60;…>")]
    [InlineData("见 https://wiki.example/leave，", "见 [https://wiki.example/leave](https://wiki.example/leave)，")]
    [InlineData("www.evil.example", "…")]
    [InlineData("打开 https://open.example/app 创建", "打开 `open.example/app` 创建")]
    [InlineData("![图](https://evil.example/i.png)[1]", "图[1]")]
    [InlineData("<at id=all></at> <img src=x> a < b", "&#60;at id=all>&#60;/at> &#60;img src=x> a &#60; b")]
    [InlineData("一<br>二<BR/>三", "一 二 三")]
    [InlineData("`<at id=all></at>`", "`<a\u2060t id=all></at>`")]
    [InlineData("\\<at id=all>", "&#60;at id=all>")]
    [InlineData("[1]: https://evil.example", "[1] : …")]
    [InlineData("[x]: javascript:alert(1)", "[x] : javascript:alert(1)")]
    [InlineData("[a][b](https://evil.example)", "[a]b")]
    [InlineData("[a][(javascript:alert(1))](https://evil.example)", "[a] (javascript:alert(1))")]
    [InlineData("【1】(javascript:alert(1))", "[1] (javascript:alert(1))")]
    [InlineData("https[9]://evil.example", "https :&#47;/evil.example")]
    [InlineData("未闭合 `code <at id=all>", "未闭合 &#96;code &#60;at id=all>")]
    public void Only_links_to_sources_survive_and_nothing_becomes_a_tag(string written, string shown) => Write(written).ShouldBe(shown);

    [Fact]
    public void A_code_block_that_was_left_open_is_closed() => Write("看：\n```sh\nls").ShouldBe("看：\n```sh\nls\n```");

    [Fact]
    public void Text_after_a_list_that_held_an_open_code_block_is_text_again() =>
        Write("- ```\n  a[1]\n<at id=all> [2]").ShouldBe("- ```\n  a[1]\n&#60;at id=all> [1]");

    [Fact]
    public void Half_a_citation_is_not_shown_and_the_text_before_it_is()
    {
        var writer = Writer(out _);

        writer.Append("十天[");
        writer.Markdown.ShouldBe("十天");
        writer.Append("1");
        writer.Markdown.ShouldBe("十天");
        writer.Append("]。");
        writer.Markdown.ShouldBe("十天[1]。");
    }

    [Property(MaxTest = 1000)]
    public Property Any_division_gives_the_same_text_and_only_ever_adds_to_it() => Prop.ForAll(Texts(), Cuts(), (text, cuts) =>
    {
        var whole = Write(text);
        var frames = Stream(text, cuts).ToList();
        frames[^1].ShouldBe(whole);
        foreach (var (before, after) in frames.Zip(frames.Skip(1)))
            after.ShouldStartWith(before, Case.Sensitive);
        foreach (var frame in frames)
            ShouldBeSafe(frame);
    });

    [Fact]
    public void What_is_held_back_is_bounded()
    {
        var writer = Writer(out _);

        writer.Append("[" + new string('长', 5000));
        writer.Append("](" + new string('x', 5000));

        writer.Length.ShouldBeGreaterThan(9_000);
    }

    [Fact]
    public void A_long_answer_costs_no_more_for_each_piece_than_a_short_one()
    {
        var writer = Writer(out _);
        var watch = System.Diagnostics.Stopwatch.StartNew();

        for (var piece = 0; piece < 200_000; piece++)
            writer.Append("要点[1] `code` ");

        // Quadratic work would take minutes.
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    // Judged by a parser that knows nothing of the writer.
    private static void ShouldBeSafe(string frame)
    {
        var document = Markdown.Parse(frame, Reader);
        document.Descendants().Where(IsDangerous).Select(_ => frame).ShouldBeEmpty();
        foreach (var paragraph in document.Descendants<LeafBlock>().Where(block => block.Inline is not null))
        {
            var text = string.Concat(paragraph.Inline!.Descendants().Select(TextOf));
            foreach (Match marker in Markers().Matches(text))
                int.Parse(marker.Groups[1].Value, null).ShouldBeInRange(1, Shown, frame);
        }

        frame.EnumerateRunes().Contains(System.Text.Rune.ReplacementChar).ShouldBeFalse(frame);
    }

    private static string TextOf(MarkdownObject part) => part switch
    {
        LiteralInline literal => literal.Content.ToString(),
        HtmlEntityInline => "&",
        LinkDelimiterInline => "[",
        LineBreakInline => "\n",
        CodeInline => "`",
        _ => "",
    };

    private static bool IsDangerous(MarkdownObject part) => part switch
    {
        HtmlBlock or HtmlInline or AutolinkInline or LinkReferenceDefinition => true,
        LinkInline link => link.IsImage || !link.Url!.StartsWith(Source, StringComparison.Ordinal),
        _ => false,
    };

    private static string Write(string text) => Stream(text, []).Last();

    private static IEnumerable<string> Stream(string text, IEnumerable<int> cuts)
    {
        var writer = Writer(out _);
        var at = 0;
        foreach (var cut in cuts.TakeWhile(_ => at < text.Length))
        {
            var length = Math.Min(cut, text.Length - at);
            writer.Append(text.Substring(at, length));
            at += length;
            yield return writer.Markdown;
        }

        writer.Append(text[at..]);
        writer.Complete();
        yield return writer.Markdown;
    }

    private static AnswerWriter Writer(out CitationLedger citations) =>
        new(citations = new CitationLedger(Shown), new SourceLinks([Source, null], ["打开 https://open.example/app 创建应用"]));

    private static Arbitrary<string> Texts()
    {
        string[] fragments =
        [
            "甲", "年假 ", "word", " ", "\n", "\n\n", "[", "]", "(", ")", "【", "】", "1", "2", "9", "12", ",", "、", "-", "^", "[1]", "【2】", "[9]", "[1-3]",
            "`", "``", "```", "~~~", "```py\n", "\n```\n", "- ", "  ", "    ", "> ", "1. ", "<", ">", "<at id=all>", "</at>", "<br>", "<br/", "!", "![", "](", "\\",
            "javascript:alert(1)", "https://evil.example/x", "https", ":", "/", "//", "www.", Source, $"[年假]({Source})", "[点](https://evil.example)",
            "😀", "👨‍👩‍👧", "|", "**", "[x] ", "http", "at", "br", "a", "†", "\t", "#", "&lt;", ".",
        ];
        return Gen.Elements(fragments).ArrayOf().Select(string.Concat).ToArbitrary();
    }

    private static Arbitrary<int[]> Cuts() => Gen.Choose(1, 5).ArrayOf(200).ToArbitrary();

    private static readonly MarkdownPipeline Reader = new MarkdownPipelineBuilder().UseAutoLinks().UsePipeTables().Build();

    [GeneratedRegex(@"\[(\d{1,3})\]")]
    private static partial Regex Markers();
}
