using System.IO.Compression;
using System.Text;
using Wenlu.Retrieval.Evaluation;

namespace Wenlu.Retrieval.Tests.Evaluation;

public sealed class DatasetTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("docs.jsonl")]
    [InlineData("docs.jsonl.gz")]
    public void Documents_are_read_with_and_without_compression(string name)
    {
        Write(name, "{\"id\":\"a\",\"title\":\"甲\",\"text\":\"一\",\"summary\":\"unused\"}\r\n\n{\"id\":\"b\",\"title\":null,\"text\":\"\"}\n");

        var documents = JudgedDocuments.Read(JudgedDocuments.FileIn(folder.Path)!);

        documents.Select(document => (document.Id, document.Title, document.Markdown)).ShouldBe([("a", "甲", "一"), ("b", "", "")]);
    }

    [Fact]
    public void Questions_come_with_their_judgements_and_those_without_are_unanswerable()
    {
        Write("queries.jsonl", """
            {"id":"q1","text":"一？"}
            {"id":"q2","text":"二？"}
            {"id":3,"text":"三？"}
            """);
        Write("qrels.tsv", "q1\ta\t2\nq1\tb\t1\nq1\tc\t0\nq2\ta\t0\n");

        var questions = JudgedQueries.Read(folder.Path);

        questions.Select(question => (question.Id, question.IsAnswerable)).ShouldBe([("q1", true), ("q2", false), ("3", false)]);
        questions[0].RelevantDocuments.ShouldBe(new Dictionary<string, int> { ["a"] = 2, ["b"] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public void Golden_questions_have_histories_of_both_forms_kinds_and_sections()
    {
        Write("golden.jsonl", """
            {"question":"那呢？","history":["年假几天？",{"question":"病假呢？","answer":"五天。"}],"relevant":[{"path":"./hr\\leave.md","heading":"病假 > 证明"},{"path":"hr/other.md"}],"kind":"follow-up","id":"f1"}
            {"question":"食堂几点开门？","relevant":[]}
            """);

        var questions = GoldenFile.Read(GoldenFile.FileIn(folder.Path)!);

        questions[0].History.ShouldBe([new EarlierTurn("年假几天？", ""), new EarlierTurn("病假呢？", "五天。")]);
        questions[0].Judgements.Select(judgement => (judgement.DocumentId, judgement.Heading)).ShouldBe([("hr/leave.md", "病假 > 证明"), ("hr/other.md", null)]);
        (questions[0].Kind, questions[0].Id, questions[1].Id, questions[1].IsAnswerable).ShouldBe(("follow-up", "f1", "2", false));
    }

    [Fact]
    public void A_golden_array_says_the_same()
    {
        Write("golden.json", """
            [
              {"question": "甲？",
               "relevant": [{"path": "a.md"}]},
              {"question": "乙？", "relevant": []}
            ]
            """);

        GoldenFile.Read(GoldenFile.FileIn(folder.Path)!).Select(question => question.Text).ShouldBe(["甲？", "乙？"]);
    }

    [Theory]
    [InlineData("docs.jsonl", "{\"id\":\"a\",\"text\":\"t\"}\n{\"id\":\"a\",\"text\":\"t\"}", 2, DatasetFault.Twice, "a")]
    [InlineData("docs.jsonl", "{\"id\":\"a\",\"text\":\"t\"}\n\n{\"id\":\"b\"}", 3, DatasetFault.FieldMissing, "text")]
    [InlineData("docs.jsonl", "{\"text\":\"t\"}", 1, DatasetFault.FieldMissing, "id")]
    [InlineData("docs.jsonl", "{\"id\":\"a\",\"text\":[]}", 1, DatasetFault.FieldWrong, "text")]
    [InlineData("docs.jsonl", "{\"id\":\"a\",\"text\":\"\\ud800\"}", 1, DatasetFault.FieldWrong, "text")]
    [InlineData("docs.jsonl", "[1]", 1, DatasetFault.NotJson, "")]
    [InlineData("docs.jsonl", "{\"id\":", 1, DatasetFault.NotJson, "")]
    [InlineData("docs.jsonl", " \n", 0, DatasetFault.Empty, "")]
    [InlineData("golden.jsonl", "{\"question\":\"q\",\"relevant\":[]}\n{\"relevant\":[]}", 2, DatasetFault.FieldMissing, "question")]
    [InlineData("golden.jsonl", "{\"question\":\"q\"}", 1, DatasetFault.FieldMissing, "relevant")]
    [InlineData("golden.jsonl", "{\"question\":\"q\",\"relevant\":\"a.md\"}", 1, DatasetFault.FieldWrong, "relevant")]
    [InlineData("golden.jsonl", "{\"question\":\"q\",\"relevant\":[\"a.md\"]}", 1, DatasetFault.FieldWrong, "relevant")]
    [InlineData("golden.jsonl", "{\"question\":\"q\",\"relevant\":[{\"heading\":\"h\"}]}", 1, DatasetFault.FieldMissing, "path")]
    [InlineData("golden.jsonl", "{\"question\":\"q\",\"relevant\":[],\"history\":[1]}", 1, DatasetFault.FieldWrong, "history")]
    [InlineData("golden.jsonl", "{\"question\":\"q\",\"relevant\":[],\"history\":[{\"answer\":\"a\"}]}", 1, DatasetFault.FieldMissing, "question")]
    [InlineData("golden.jsonl", "{\"question\":\"q\",\"relevant\":[],\"id\":\"2\"}\n{\"question\":\"r\",\"relevant\":[]}", 2, DatasetFault.Twice, "2")]
    [InlineData("golden.json", "[\n{\"question\":\"q\",\"relevant\":[]},\n\n7]", 4, DatasetFault.NotJson, "")]
    [InlineData("golden.json", "[\n{\"question\":\"q\",\"relevant\":[]}", 2, DatasetFault.NotJson, "")]
    [InlineData("golden.json", "[{\"question\":\"q\",\"relevant\":[]}]\n]", 2, DatasetFault.NotJson, "")]
    [InlineData("golden.json", "{}", 1, DatasetFault.NotJson, "")]
    [InlineData("golden.json", "[]", 0, DatasetFault.Empty, "")]
    public void A_bad_line_is_named_with_what_is_wrong(string name, string text, int line, DatasetFault fault, string subject)
    {
        Write(name, text);
        var path = Path.Combine(folder.Path, name);

        var error = Should.Throw<DatasetException>(() => name.StartsWith('g') ? (object)GoldenFile.Read(path) : JudgedDocuments.Read(path));

        (error.File, error.Line, error.Fault, error.Subject).ShouldBe((path, line, fault, subject));
    }

    [Theory]
    [InlineData("q1\ta", 1, DatasetFault.NotAJudgement, "")]
    [InlineData("q1\ta\t1\nq1\ta\tmany", 2, DatasetFault.NotAJudgement, "")]
    [InlineData("q1\ta\t-1", 1, DatasetFault.NotAJudgement, "")]
    [InlineData("q9\ta\t1", 1, DatasetFault.NoSuchQuestion, "q9")]
    [InlineData("q1\ta\t1\nq1\ta\t2", 2, DatasetFault.Twice, "a")]
    public void A_bad_judgement_is_named_with_what_is_wrong(string qrels, int line, DatasetFault fault, string subject)
    {
        Write("queries.jsonl", "{\"id\":\"q1\",\"text\":\"一？\"}");
        Write("qrels.tsv", qrels);

        var error = Should.Throw<DatasetException>(() => JudgedQueries.Read(folder.Path));

        (error.File, error.Line, error.Fault, error.Subject).ShouldBe((Path.Combine(folder.Path, "qrels.tsv"), line, fault, subject));
    }

    [Fact]
    public void Files_that_are_missing_or_unreadable_are_named()
    {
        Write("queries.jsonl", "{\"id\":\"q1\",\"text\":\"一？\"}");
        File.WriteAllBytes(Path.Combine(folder.Path, "bytes.jsonl"), [0x7B, 0xFF]);
        File.WriteAllText(Path.Combine(folder.Path, "text.jsonl.gz"), "not compressed");

        Should.Throw<DatasetException>(() => JudgedQueries.Read(folder.Path)).ShouldSatisfyAllConditions(
            error => error.Fault.ShouldBe(DatasetFault.Missing), error => error.File.ShouldEndWith("qrels.tsv"));
        Should.Throw<DatasetException>(() => JudgedDocuments.Read(Path.Combine(folder.Path, "bytes.jsonl"))).Fault.ShouldBe(DatasetFault.NotUtf8);
        Should.Throw<DatasetException>(() => JudgedDocuments.Read(Path.Combine(folder.Path, "text.jsonl.gz"))).Fault.ShouldBe(DatasetFault.Unreadable);
    }

    [Theory]
    [InlineData("b.md", null, DatasetFault.NoSuchDocument, "b.md")]
    [InlineData("a.md", "事假", DatasetFault.NoSuchHeading, "事假")]
    [InlineData("a.md", "年假 > 证明", DatasetFault.NoSuchHeading, "年假 > 证明")]
    public void A_judgement_of_what_is_not_there_is_named_by_its_line(string path, string? heading, DatasetFault fault, string subject)
    {
        Write("golden.jsonl", $$"""
            {"question":"一？","relevant":[{"path":"a.md","heading":"年假"}]}
            {"question":"二？","relevant":[{"path":"{{path}}","heading":{{(heading is null ? "null" : $"\"{heading}\"")}}}]}
            """);

        var error = Should.Throw<DatasetException>(() => JudgedSet.Create([Leave], GoldenFile.Read(GoldenFile.FileIn(folder.Path)!)));

        (error.Line, error.Fault, error.Subject).ShouldBe((2, fault, subject));
    }

    [Theory]
    [InlineData("病假")]
    [InlineData("证明")]
    [InlineData("病假 > 证明")]
    [InlineData("病假>證明")]
    [InlineData("假期制度 > 病假 > 证明")]
    [InlineData("## 病假")]
    [InlineData("`Max-Days` 上限")]
    [InlineData("max-days 上限")]
    public void A_heading_is_named_alone_or_with_those_above_it(string heading) =>
        JudgedSet.Create([Leave], [new JudgedQuestion("q", "？", [new Judgement("a.md", 1) { Heading = heading }])]).Questions.Count.ShouldBe(1);

    private static SourceDocument Leave => new("a.md", "假期制度", "# 假期制度\n\n## 年假\n\n十天。\n\n## 病假\n\n### 证明\n\n须有。\n\n### `Max-Days` 上限\n\n五天。");

    private void Write(string name, string text)
    {
        using Stream file = File.Create(Path.Combine(folder.Path, name));
        using var target = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Fastest) : file;
        target.Write(Encoding.UTF8.GetBytes(text));
    }
}
