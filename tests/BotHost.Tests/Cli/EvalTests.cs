using System.Text.Json;
using Wenlu.BotHost.Cli;
using Wenlu.BotHost.Cli.Eval;
using Wenlu.BotHost.Tests.Fixtures;

namespace Wenlu.BotHost.Tests.Cli;

public sealed class EvalTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly Screen screen = new();

    public void Dispose()
    {
        screen.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_dataset_is_asked_and_its_figures_are_printed()
    {
        WriteDataset();

        (await EvalAsync(new(folder["set"], [], null, null, 10, []))).ShouldBe(0, screen.Text);

        screen.Text.ShouldContain("3 documents, 3 chunks");
        // One of one document in the first place, and one of two.
        screen.Row("Recall@1")[..2].ShouldBe(["2", "0.7500"]);
        screen.Row("Recall@10")[..2].ShouldBe(["2", "1.0000"]);
        screen.Row("near misses")[0].ShouldBe("2");
        screen.Row("given")[0].ShouldBe("1");
        screen.Text.ShouldNotContain("─");
    }

    [Fact]
    public async Task Golden_questions_are_asked_of_the_Markdown_files_beside_them_with_their_history()
    {
        WriteGolden();

        (await EvalAsync(new(folder["golden"], [], null, folder["run.json"], 10, []))).ShouldBe(0, screen.Text);

        screen.Row("heading hit@1")[..2].ShouldBe(["2", "1.0000"]);
        screen.Row("follow-up")[0].ShouldBe("1");
        var questions = JsonElement.Parse(File.ReadAllText(folder["run.json"])).GetProperty("run").GetProperty("questions").EnumerateArray().ToDictionary(
            question => question.GetProperty("id").GetString()!);
        questions["sick"].GetProperty("searched").GetString().ShouldNotBeNull().ShouldContain("试用期");
        questions["card"].GetProperty("found")[0].GetString().ShouldBe("hr/onboard.md");
        questions["curated"].GetProperty("found")[0].GetString().ShouldBe("questions/badge.md");
        questions["readme"].GetProperty("found")[0].GetString().ShouldBe("hr/README.md");
    }

    [Fact]
    public async Task Documents_may_be_taken_from_other_folders_and_questions_without_an_answer_from_another_set()
    {
        WriteDataset();
        WriteGolden();
        Write("questions/queries.jsonl", """{"id":"q","text":"年假有几天？"}""");
        Write("questions/qrels.tsv", "q\tleave\t1\n");

        (await EvalAsync(new(folder["questions"], [folder["set"], folder["more"]], null, null, 10, []))).ShouldBe(2);
        Write("more/docs.jsonl", """{"id":"other","text":"别的。"}""");
        (await EvalAsync(new(folder["questions"], [folder["set"], folder["more"]], folder["golden"], null, 10, []))).ShouldBe(0, screen.Text);

        screen.Text.ShouldContain("4 documents");
        screen.Row("foreign")[0].ShouldBe("5");
    }

    [Fact]
    public async Task Two_runs_are_compared_question_by_question()
    {
        WriteDataset();
        await EvalAsync(new(folder["set"], [], null, folder["a.json"], 10, []));
        Write("set/docs.jsonl", Documents.Replace("年假十天", "请看公告", StringComparison.Ordinal));
        await EvalAsync(new(folder["set"], [], null, folder["b.json"], 10, []));

        (await EvalAsync(new(null, [], null, null, 10, [folder["a.json"], folder["b.json"]]))).ShouldBe(0, screen.Text);

        // Questions, both means, the difference, its interval in three words, p, and how many changed.
        var row = screen.Row("MRR@10");
        row.Length.ShouldBe(9);
        (row[0], row[1]).ShouldBe(("2", "1.0000"));
        row[3].ShouldStartWith("-");
    }

    [Theory]
    [InlineData("set/docs.jsonl", "{\"id\":\"leave\",\"text\":1}\n{}", "docs.jsonl, line 2: The field 'id' is missing or blank.")]
    [InlineData("set/queries.jsonl", "{\"id\":\"q1\",\"text\":\"？\"}\nnot json", "queries.jsonl, line 2: Must be a JSON object")]
    [InlineData("set/qrels.tsv", "days\tleave\t1\ndays\tnowhere\t1", "qrels.tsv, line 2: There is no document 'nowhere'.")]
    [InlineData("set/qrels.tsv", "days leave 1", "qrels.tsv, line 1: Must be three columns separated by tabs")]
    [InlineData("set/golden.jsonl", "{\"question\":\"？\",\"relevant\":[{\"path\":\"leave\",\"heading\":\"nowhere\"}]}", "golden.jsonl, line 1: The document has no heading 'nowhere'.")]
    [InlineData("set/glossary.csv", "term\n年假\n\"开\n", "glossary.csv: Line 3: ")]
    [InlineData("set/glossary.csv", "name\n", "glossary.csv: Line 1: The header has no column term")]
    public async Task A_bad_file_is_named_before_anything_is_run(string name, string text, string said)
    {
        WriteDataset();
        Write(name, text);

        (await EvalAsync(new(folder["set"], [], null, folder["run.json"], 10, []))).ShouldBe(2);

        screen.Text.ShouldContain(said);
        screen.Text.ShouldNotContain("Recall");
        File.Exists(folder["run.json"]).ShouldBeFalse();
    }

    [Fact]
    public async Task What_a_folder_lacks_is_said_with_what_to_do_about_it()
    {
        WriteDataset();
        Write("empty/notes.txt", "");
        Write("shared/queries.jsonl", """{"id":"q","text":"？"}""");
        Write("shared/qrels.tsv", "q\ta\t1\n");
        Write("front/golden.jsonl", """{"question":"？","relevant":[]}""");
        Write("front/a.md", "---\ntitle: never closed");

        (await EvalAsync(new(folder["nowhere"], [], null, null, 10, []))).ShouldBe(2);
        (await EvalAsync(new(folder["empty"], [], null, null, 10, []))).ShouldBe(2);
        (await EvalAsync(new(folder["shared"], [], null, null, 10, []))).ShouldBe(2);
        (await EvalAsync(new(folder["front"], [], null, null, 10, []))).ShouldBe(2);
        (await EvalAsync(new(folder["set"], [folder["set"], folder["set"]], null, null, 10, []))).ShouldBe(2);

        screen.Text.ShouldContain("There is no such folder");
        screen.Text.ShouldContain("neither golden.jsonl (or golden.json) nor queries.jsonl");
        screen.Text.ShouldContain("neither docs.jsonl (or docs.jsonl.gz) nor .md files. When they are elsewhere, name their folders with --docs");
        screen.Text.ShouldContain("not closed by a line of three dashes");
        screen.Text.ShouldContain("the document 'leave' is there twice");
    }

    [Fact]
    public async Task Arguments_that_make_no_sense_are_refused()
    {
        WriteDataset();
        Write("other.json", "{}");
        var set = folder["set"];

        (await EvalAsync(new(null, [], null, null, 10, []))).ShouldBe(2);
        (await EvalAsync(new(set, [], null, null, 51, []))).ShouldBe(2);
        (await EvalAsync(new(set, [], null, folder["nowhere/run.json"], 10, []))).ShouldBe(2);
        (await EvalAsync(new(set, [], null, null, 10, ["a", "b"]))).ShouldBe(2);
        (await EvalAsync(new(null, [], null, null, 10, [folder["other.json"], folder["other.json"]]))).ShouldBe(2);

        screen.Text.ShouldContain("Give a folder, or --compare with two files.");
        screen.Text.ShouldContain("--k must be from 1 to 50.");
        screen.Text.ShouldContain("There is no such folder");
        screen.Text.ShouldContain("--compare goes with neither a folder nor other options.");
        screen.Text.ShouldContain("other.json was not written by eval --out.");
    }

    [Fact]
    public async Task Somebody_who_stops_it_is_not_shown_half_of_the_figures()
    {
        WriteDataset();

        (await EvalCommand.RunAsync(new(folder["set"], [], null, null, 10, []), screen.Console, new CancellationToken(canceled: true))).ShouldBe(1);

        screen.Text.Trim().ShouldBe("Stopped.");
    }

    [Theory]
    [InlineData("eval --compare one.json")]
    [InlineData("eval a --nonsense")]
    [InlineData("eval a --k many")]
    [InlineData("search")]
    public async Task What_the_parser_refuses_is_misuse_too(string arguments) =>
        (await Commands.RunAsync(arguments.Split(' '), _ => Task.FromResult(99))).ShouldBe(2);

    private Task<int> EvalAsync(EvalSettings settings) => EvalCommand.RunAsync(settings, screen.Console, CancellationToken.None);

    private const string Documents = """
        {"id":"leave","title":"假期","text":"入职满一年者，年假十天。"}
        {"id":"sick","title":"病假","text":"病假须有医院证明，不扣年假。"}
        {"id":"food","title":"食堂","text":"食堂在二楼。"}
        """;

    private void WriteDataset()
    {
        Write("set/docs.jsonl", Documents);
        Write("set/queries.jsonl", """
            {"id":"days","text":"年假十天吗？"}
            {"id":"proof","text":"食堂要证明吗？"}
            {"id":"open","text":"机房几点开门？"}
            """);
        Write("set/qrels.tsv", "days\tleave\t2\nproof\tfood\t1\nproof\tsick\t2\n");
    }

    private void WriteGolden()
    {
        Write("golden/hr/onboard.md", "---\ntitle: 新人指南\nupdated: 2026-01-01\n---\n"
            + "## 试用期\n\n试用期三个月，之后转正。\n\n### 病假\n\n试用期内病假照发工资。\n\n## 工牌\n\n工牌当天发放，遗失请补办。\n");
        Write("golden/hr/leave.md", "# 假期制度\n\n## 年假\n\n年假十天。\n\n## 病假\n\n病假须有医院证明。\n");
        Write("golden/hr/README.md", "# 目录\n\n人事文档由行政部维护。\n");
        Write("golden/README.md", "# 说明\n\n工牌工牌工牌。\n");
        Write("golden/questions/badge.md", "---\nquestion: 工牌丢了找谁？\nanswered: 2026-01-01\n---\n找行政部。\n");
        Write("golden/glossary.csv", "term,synonyms\n工牌,胸卡\n");
        Write("golden/golden.jsonl", """
            {"id":"sick","kind":"follow-up","question":"那病假工资呢？","history":["试用期多久？"],"relevant":[{"path":"hr/onboard.md","heading":"试用期 > 病假"}]}
            {"id":"card","kind":"synonym","question":"胸卡遗失","relevant":[{"path":"hr/onboard.md","heading":"工牌"}]}
            {"id":"curated","question":"工牌丢了找谁","relevant":[{"path":"questions/badge.md"}]}
            {"id":"readme","question":"人事文档由谁维护？","relevant":[{"path":"hr/README.md"}]}
            {"id":"none","question":"食堂几点开门？","relevant":[]}
            """);
    }

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
        File.WriteAllText(folder[name], text);
    }
}
