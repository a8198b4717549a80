using System.Text;
using FsCheck.Xunit;
using Wenlu.BotHost.Attachments;

namespace Wenlu.BotHost.Tests.Attachments;

public sealed class FileReaderTests
{
    private static readonly AttachmentOptions Limits = new() { MaxCharacters = 5_000, MaxPages = 3 };

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("gb18030")]
    public async Task Text_is_read_in_the_encodings_in_which_people_save_it(string name)
    {
        var encoding = name == "gb18030" ? CodePagesEncodingProvider.Instance.GetEncoding(name)! : Encoding.GetEncoding(name);
        var content = encoding.GetPreamble().Concat(encoding.GetBytes("# 年假\r\n入职满一年者，年假十天。")).ToArray();

        (await TextAsync("制度.md", content)).Markdown.ShouldBe("# 年假\n入职满一年者，年假十天。");
    }

    [Fact]
    public async Task A_table_of_values_becomes_a_markdown_table()
    {
        var read = await TextAsync("价格.csv", "型号,价格\n\"A|1\",\"1,000\"\n"u8.ToArray());

        read.Markdown.ShouldBe("| 型号 | 价格 |\n|---|---|\n| A\\|1 | 1,000 |");
        (await TextAsync("价格.csv", "型号;价格\nA;1\n"u8.ToArray())).Markdown.ShouldContain("| A | 1 |");
    }

    [Fact]
    public async Task A_word_document_keeps_its_headings_lists_and_tables()
    {
        var content = Files.Word(
            Files.Text("报销制度", "1"), Files.Text("出差", "2"), Files.Text("高铁二等座全额报销。"), Files.Rows(["城市", "住宿"], ["北京", "500"]));

        var read = await TextAsync("制度.docx", content);

        read.Markdown.ShouldContain("# 报销制度");
        read.Markdown.ShouldContain("## 出差");
        read.Markdown.ShouldContain("高铁二等座全额报销。");
        read.Markdown.ShouldContain("| 城市 | 住宿 |\n|---|---|\n| 北京 | 500 |");
    }

    [Fact]
    public async Task A_pdf_is_read_page_by_page()
    {
        var read = await TextAsync("manual.pdf", Files.Pdf("Reset the router by holding the button.", "The warranty lasts two years."));

        read.Markdown.ShouldContain("## p. 1");
        read.Markdown.ShouldContain("## p. 2");
        read.Markdown.ShouldContain("warranty");
        read.IsCut.ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_too_long_is_read_from_its_beginning_and_says_so()
    {
        (await TextAsync("manual.pdf", Files.Pdf("One.", "Two.", "Three.", "Four."))).IsCut.ShouldBeTrue();
        var text = await TextAsync("long.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("一行文字😀\n", 2_000))));
        text.IsCut.ShouldBeTrue();
        text.Markdown.Length.ShouldBeLessThanOrEqualTo(Limits.MaxCharacters);
    }

    [Fact]
    public async Task A_scan_without_text_is_refused_with_its_own_sentence() =>
        (await RefusalAsync("scan.pdf", Files.Pdf("", ""))).ShouldBe(AttachmentTexts.NoText);

    [Fact]
    public async Task A_word_document_with_a_password_is_refused_with_its_own_sentence() =>
        (await RefusalAsync("secret.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])).ShouldBe(AttachmentTexts.Encrypted);

    [Fact]
    public async Task A_pdf_with_a_password_is_refused_with_its_own_sentence()
    {
        var pdf = Encoding.Latin1.GetString(Files.Pdf("Secret."));
        var encryption = "/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O (" + new string('o', 32) + ") /U (" + new string('u', 32) + ") >> "
            + "/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] ";
        var locked = pdf.Insert(pdf.LastIndexOf("<<", StringComparison.Ordinal) + 2, encryption);

        (await RefusalAsync("secret.pdf", Encoding.Latin1.GetBytes(locked))).ShouldBe(AttachmentTexts.Encrypted);
    }

    [Fact]
    public async Task A_small_file_that_unpacks_to_a_large_one_is_not_unpacked() =>
        (await RefusalAsync("bomb.docx", Files.Bomb())).ShouldBe(AttachmentTexts.Damaged);

    [Theory]
    [InlineData("a.pdf")]
    [InlineData("a.docx")]
    [InlineData("a.txt")]
    public async Task A_program_is_no_document_whatever_its_name(string name) =>
        (await RefusalAsync(name, [0x7F, (byte)'E', (byte)'L', (byte)'F', 0, 0, 1])).ShouldBe(AttachmentTexts.Damaged);

    [Fact]
    public async Task A_file_under_another_kinds_name_is_read_as_what_it_is()
    {
        (await TextAsync("a.txt", Files.Pdf("One page of text."))).Markdown.ShouldContain("One page of text.");
        (await TextAsync("a.pdf", Files.Word(Files.Text("一段文字")))).Markdown.ShouldBe("一段文字");
        (await TextAsync("a.md", Files.Word(Files.Text("一段文字")))).Markdown.ShouldBe("一段文字");
    }

    [Property(MaxTest = 200)]
    public void A_damaged_file_never_throws(byte[] noise, int at, int kind)
    {
        var (name, whole) = (Math.Abs((long)kind) % 3) switch
        {
            0 => ("a.pdf", Files.Pdf("One page of text.")),
            1 => ("a.docx", Files.Word(Files.Text("一段文字"))),
            _ => ("a.csv", "a,b\n1,\"2"u8.ToArray()),
        };
        for (var index = 0; index < noise.Length; index++)
            whole[(int)((Math.Abs((long)at) + index * 31L) % whole.Length)] ^= noise[index];

        FileReader.ReadAsync(name, whole, Limits, TimeProvider.System, CancellationToken.None).Result.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("a.PDF", true)]
    [InlineData("说明.docx", true)]
    [InlineData("a.doc", false)]
    [InlineData("a.xlsx", false)]
    [InlineData("a", false)]
    public void Only_what_can_be_read_is_fetched_at_all(string name, bool readable) => FileReader.IsReadable(name).ShouldBe(readable);

    private static async Task<Extraction.Text> TextAsync(string name, byte[] content) => (await ReadAsync(name, content)).ShouldBeOfType<Extraction.Text>();

    private static async Task<Bilingual> RefusalAsync(string name, byte[] content) => (await ReadAsync(name, content)).ShouldBeOfType<Extraction.Refused>().Sentence;

    private static Task<Extraction> ReadAsync(string name, byte[] content) =>
        FileReader.ReadAsync(name, content, Limits, TimeProvider.System, CancellationToken.None);
}
