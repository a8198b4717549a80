using System.Runtime.CompilerServices;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using FsCheck.Xunit;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Knowledge.Conversion;
using Wenlu.BotHost.Tests.Attachments;
using Wenlu.BotHost.Tests.Cards;

namespace Wenlu.BotHost.Tests.Knowledge.Conversion;

/// <summary>What other programs write becomes Markdown: headings, lists and tables stay, what surrounds them goes.</summary>
public sealed class FileConversionTests
{
    [Fact]
    public void A_page_becomes_the_markdown_that_was_approved()
    {
        var page = HtmlFile.Read(File.ReadAllBytes(Beside("guide.html")));

        var text = page.ShouldBeOfType<ConvertedFile.Text>();
        (text.Title, text.Url).ShouldBe(("报销指南 · 手册", "https://docs.example.com/guide"));
        Approve.Markdown(text.Markdown, "guide");
    }

    [Theory]
    [InlineData("<p>a<ul><li>b</p></ul>", "a\n\n- b\n")]
    [InlineData("<table><tr><td><h2>布局</h2><p>正文</p></td></tr></table>", "## 布局\n\n正文\n")]
    [InlineData("<a href='x.html'><div>块</div></a>", "块\n")]
    [InlineData("<h2><a href='#a'></a></h2><p>x</p>", "x\n")]
    [InlineData("<ul><li>a</li><ul><li>b</li></ul></ul>", "- a\n  - b\n")]
    [InlineData("<p>a_b_c _d_ *e*</p>", "a_b_c \\_d\\_ \\*e\\*\n")]
    [InlineData("plain &amp;amp; text", "plain \\&amp; text\n")]
    [InlineData("<pre>a\n```\nb</pre>", "````\na\n```\nb\n````\n")]
    public void Pages_that_people_really_write_are_read(string html, string markdown) =>
        HtmlFile.Read(html).ShouldBeOfType<ConvertedFile.Text>().Markdown.ShouldBe(markdown);

    [Fact]
    public void A_page_in_the_encoding_of_chinese_windows_is_read() =>
        HtmlFile.Read(CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes("<p>年假十天</p>"))
            .ShouldBeOfType<ConvertedFile.Text>().Markdown.ShouldBe("年假十天\n");

    [Theory]
    [InlineData("<nav>only</nav>")]
    [InlineData("")]
    public void A_page_without_text_is_refused(string html) => Convert(MediaTypes.Html, Encoding.UTF8.GetBytes(html)).ShouldBeOfType<ConvertedFile.Refused>();

    [Fact]
    public void A_page_of_hostile_depth_is_refused() =>
        HtmlFile.Read(string.Concat(Enumerable.Repeat("<div>", 5_000)) + "x").ShouldBeOfType<ConvertedFile.Refused>();

    [Property(MaxTest = 200)]
    public void What_a_page_says_is_what_a_reader_of_the_markdown_sees(FsCheck.NonEmptyString words)
    {
        var said = string.Concat(words.Get.Where(character => !char.IsControl(character) && !char.IsSurrogate(character)));
        var escaped = System.Net.WebUtility.HtmlEncode(said);
        if (HtmlFile.Read($"<p>x {escaped}</p>") is ConvertedFile.Text text)
            Dense(Markdig.Markdown.ToPlainText(text.Markdown)).ShouldBe(Dense("x " + said));
    }

    [Fact]
    public void A_word_document_keeps_its_lists_and_title()
    {
        var text = Convert(MediaTypes.Word, WordWithLists()).ShouldBeOfType<ConvertedFile.Text>();

        text.Title.ShouldBe("报销制度");
        text.Markdown.ShouldBe("# 出差\n\n1. 填单\n   - 附票\n2. 交单\n\n| 城市 | 住宿 |\n|---|---|\n| 北京 | 500 |");
    }

    [Fact]
    public void Larger_lines_of_a_pdf_are_its_headings()
    {
        var text = Convert(MediaTypes.Pdf, PdfWithHeadings()).ShouldBeOfType<ConvertedFile.Text>();

        text.Markdown.ShouldContain("# Travel policy\n");
        text.Markdown.ShouldContain("## Hotels\n");
        text.Markdown.ShouldContain("Book with the portal");
        text.Markdown.ShouldNotContain("p. 1");
    }

    [Fact]
    public void A_pdf_of_one_size_is_cut_by_its_pages() =>
        Convert(MediaTypes.Pdf, Files.Pdf("first page", "second page")).ShouldBeOfType<ConvertedFile.Text>().Markdown.ShouldContain("## p. 2\n\nsecond page");

    [Theory]
    [InlineData(MediaTypes.Pdf)]
    [InlineData(MediaTypes.Word)]
    public void A_file_that_is_not_what_it_claims_is_refused(string type) => Convert(type, "<p>x</p>"u8.ToArray()).ShouldBeOfType<ConvertedFile.Refused>();

    private static string Beside(string name, [CallerFilePath] string test = "") => Path.Combine(Path.GetDirectoryName(test)!, name);

    private static ConvertedFile Convert(string type, byte[] content) => FileConversion.Convert(type, content, CancellationToken.None);

    private static string Dense(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    private static byte[] WordWithLists()
    {
        using var stream = new MemoryStream();
        stream.Write(Files.Word(Files.Text("出差", "1"), Item("填单", 0), Item("附票", 1), Item("交单", 0), Files.Rows(["城市", "住宿"], ["北京", "500"])));
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            document.PackageProperties.Title = "报销制度";
            document.MainDocumentPart!.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                new AbstractNum(
                    new Level(new NumberingFormat { Val = NumberFormatValues.Decimal }) { LevelIndex = 0 },
                    new Level(new NumberingFormat { Val = NumberFormatValues.Bullet }) { LevelIndex = 1 })
                { AbstractNumberId = 7 },
                new NumberingInstance(new AbstractNumId { Val = 7 }) { NumberID = 2 });
        }
        return stream.ToArray();
    }

    private static Paragraph Item(string text, int level) => new(
        new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = level }, new NumberingId { Val = 2 })), new Run(new Text(text)));

    private static byte[] PdfWithHeadings()
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        var page = builder.AddPage(595, 842);
        page.AddText("Travel policy", 24, new PdfPoint(40, 780), font);
        page.AddText("Ask before you book a journey.", 11, new PdfPoint(40, 740), font);
        page.AddText("Hotels", 16, new PdfPoint(40, 700), font);
        page.AddText("Book with the portal, two weeks ahead.", 11, new PdfPoint(40, 670), font);
        return builder.Build();
    }
}
