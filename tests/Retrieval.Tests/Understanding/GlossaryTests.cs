using System.Text;
using FsCheck.Xunit;
using Wenlu.Retrieval.Understanding;

namespace Wenlu.Retrieval.Tests.Understanding;

public sealed class GlossaryTests
{
    [Fact]
    public void A_line_names_one_thing_in_every_way_that_people_do()
    {
        var glossary = Glossary.Parse("term,synonyms,translations,abbreviations\n检索增强生成,检索式生成；外挂知识库,Retrieval-Augmented Generation|retrieval augmented text generation,RAG\n");

        glossary.Problems.ShouldBeEmpty();
        var entry = glossary.Entries.ShouldHaveSingleItem();
        entry.Term.ShouldBe("检索增强生成");
        entry.Synonyms.ShouldBe(["检索式生成", "外挂知识库"]);
        entry.Translations.ShouldBe(["Retrieval-Augmented Generation", "retrieval augmented text generation"]);
        entry.Abbreviations.ShouldBe(["RAG"]);
    }

    [Theory]
    [InlineData("缩写,备注,术语\nLLM,常用,大语言模型")]
    [InlineData("Abbreviations , Owner , TERM\r\nLLM, me ,大语言模型\r\n")]
    [InlineData("\uFEFFterm,abbreviations\n大语言模型,LLM")]
    [InlineData("\n# 由术语小组维护\nterm,abbreviations\n\n# 模型\n大语言模型,\"LLM\"\n,\n")]
    [InlineData("term,abbreviations\r大语言模型,LLM\r")]
    public void Columns_are_found_by_their_names_and_what_says_nothing_is_passed_over(string csv)
    {
        var glossary = Glossary.Parse(csv);

        glossary.Problems.ShouldBeEmpty();
        var entry = glossary.Entries.ShouldHaveSingleItem();
        (entry.Term, entry.Abbreviations.Single()).ShouldBe(("大语言模型", "LLM"));
        entry.Synonyms.ShouldBeEmpty();
    }

    [Fact]
    public void A_quoted_cell_may_hold_commas_quotes_and_line_breaks()
    {
        var entry = Glossary.Parse("term,synonyms\n\"对,错\",\"他说\"\"好\"\"\n第二个\"").Entries.ShouldHaveSingleItem();

        entry.Term.ShouldBe("对,错");
        entry.Synonyms.ShouldBe(["他说\"好\"", "第二个"]);
    }

    [Theory]
    [InlineData("", GlossaryFault.NoHeader, 1)]
    [InlineData("\n\n# nothing\n", GlossaryFault.NoHeader, 1)]
    [InlineData("\nname,translations\n提示词,prompt", GlossaryFault.NoTermColumn, 2)]
    [InlineData("term;translations\n提示词;prompt", GlossaryFault.NoTermColumn, 1)]
    [InlineData("term,术语\n提示词,prompt", GlossaryFault.RepeatedColumn, 1)]
    public void Without_a_usable_header_nothing_is_read(string csv, GlossaryFault fault, int line)
    {
        var refusal = Should.Throw<GlossaryFormatException>(() => Glossary.Parse(csv)).Problem;

        (refusal.Fault, refusal.Line).ShouldBe((fault, line));
    }

    [Fact]
    public void A_bad_line_is_told_and_the_others_are_read()
    {
        var glossary = Glossary.Parse($"""
            term,synonyms
            提示词,提示语
            ,没有名字
            一,二,三
            "没有合上,x
            他说"好",x
            "词"元,x
            {new string('长', 101)},x
            {string.Join(';', Enumerable.Range(0, 51))},x
            短,{string.Join(';', Enumerable.Range(0, 51))}
            幻觉,胡编
            """);

        glossary.Entries.Select(entry => entry.Term).ShouldBe(["提示词", "幻觉"]);
        glossary.Problems.Select(problem => (problem.Line, problem.Fault, problem.Column)).ShouldBe(
        [
            (3, GlossaryFault.NoTerm, "term"),
            (4, GlossaryFault.TooManyCells, null),
            (5, GlossaryFault.BadQuotes, null),
            (6, GlossaryFault.BadQuotes, null),
            (7, GlossaryFault.BadQuotes, null),
            (8, GlossaryFault.TooLong, "term"),
            (9, GlossaryFault.TooLong, "term"),
            (10, GlossaryFault.TooLong, "synonyms"),
        ]);
    }

    [Fact]
    public void The_work_is_bounded()
    {
        var many = Glossary.Parse("term\n" + string.Join('\n', Enumerable.Range(0, Glossary.MaxRows + 5).Select(number => $"词{number}")));
        var wrong = Glossary.Parse("term\n" + string.Concat(Enumerable.Repeat("\"x\n", 5_000)));

        many.Entries.Count.ShouldBe(Glossary.MaxRows);
        many.Problems.ShouldBe([new(Glossary.MaxRows + 2, GlossaryFault.TooManyRows)]);
        wrong.Problems.Count.ShouldBeLessThanOrEqualTo(Glossary.MaxProblems);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("GB18030")]
    public void A_spreadsheet_may_write_either_encoding(string encoding)
    {
        const string text = "term,translations\n提示词,prompt";
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(encoding)?.GetBytes(text) ?? [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)];

        Glossary.Decode(bytes).ShouldBe(text);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused() =>
        Should.Throw<DecoderFallbackException>(() => Glossary.Decode([0x81, 0xff, 0xff, 0x00]));

    [Property(MaxTest = 500)]
    public void Whatever_the_text_it_is_read_or_refused_with_a_line(string csv)
    {
        try
        {
            Glossary.Parse($"term,synonyms\n{csv}").Problems.ShouldAllBe(problem => problem.Line >= 2);
        }
        catch (ArgumentNullException) when (csv is null)
        {
        }
    }
}
