using Wenlu.Retrieval.Evaluation;

namespace Wenlu.BotHost.Cli.Eval;

/// <summary>What <c>eval</c> says.</summary>
internal static class EvalTexts
{
    public static readonly Bilingual Command = new("在一组评过分的问题上测量检索。", "Measure retrieval on questions with judged answers.");
    public static readonly Bilingual Folder = new(
        "数据集（docs.jsonl[.gz]、queries.jsonl、qrels.tsv），或含 golden.jsonl 的 Markdown 文件夹。",
        "A dataset (docs.jsonl[.gz], queries.jsonl, qrels.tsv), or a folder of Markdown files with a golden.jsonl.");
    public static readonly Bilingual Docs = new("从这个文件夹取文档；可重复。", "Take the documents from this folder; may be repeated.");
    public static readonly Bilingual ForeignOption = new("再问另一数据集的问题，它们在这里没有答案。", "Also ask the questions of another dataset, which have no answer here.");
    public static readonly Bilingual Out = new("把每个问题的结果写入此 JSON 文件。", "Write the results of every question to this JSON file.");
    public static readonly Bilingual Depth = new("排序指标看前几篇文档（1 到 50）。", "How many documents the ranking measures look at (1 to 50).");
    public static readonly Bilingual Compare = new("比较两个由 --out 写的文件：逐题差异、区间与 p。", "Compare two files written by --out: paired differences, intervals and p.");

    public static readonly Bilingual WhatToDo = new("请给出文件夹，或 --compare 与两个文件。", "Give a folder, or --compare with two files.");
    public static readonly Bilingual NotBoth = new("--compare 不能与文件夹或其他选项同用。", "--compare goes with neither a folder nor other options.");
    public static readonly Bilingual BadDepth = new("--k 应为 1 到 50。", "--k must be from 1 to 50.");
    public static readonly Bilingual Stopped = new("已中断。", "Stopped.");
    public static readonly Bilingual Indexing = new("建立索引", "Indexing");
    public static readonly Bilingual Asking = new("提问", "Asking");
    public static readonly Bilingual Refusing = new("问没有答案的问题", "Asking what has no answer");

    public static readonly Bilingual Measure = new("指标", "measure");
    public static readonly Bilingual Questions = new("问题数", "questions");
    public static readonly Bilingual Mean = new("均值", "mean");
    public static readonly Bilingual Interval = new("95% 区间", "95 % interval");
    public static readonly Bilingual Kind = new("类别", "kind");
    public static readonly Bilingual NoAnswer = new("没有答案的问题", "without an answer");
    public static readonly Bilingual RefusedAt = new("拒答率（误拒 5% 时）", "refused at 5 % false refusals");
    public static readonly Bilingual RefusedByProduct = new("产品拒答率", "refused by the product");
    public static readonly Bilingual Given = new("数据集所给", "given");
    public static readonly Bilingual NearMiss = new("近似（去掉答案文档）", "near misses");
    public static readonly Bilingual Foreign = new("外来", "foreign");
    public static readonly Bilingual Pooled = new("合计", "pooled");
    public static readonly Bilingual First = new("前者", "first");
    public static readonly Bilingual Second = new("后者", "second");
    public static readonly Bilingual Difference = new("差", "difference");
    public static readonly Bilingual Changed = new("有变化", "changed");

    public static Bilingual NoQuestions(string folder) => new(
        $"{folder} 中没有问题：既没有 golden.jsonl（或 golden.json），也没有 queries.jsonl。",
        $"There are no questions in {folder}: neither golden.jsonl (or golden.json) nor queries.jsonl.");

    public static Bilingual NoDocuments(string folder) => new(
        $"{folder} 中没有文档：既没有 docs.jsonl（或 docs.jsonl.gz），也没有 .md 文件。文档在别处时，请用 --docs 指明（可重复）。",
        $"There are no documents in {folder}: neither docs.jsonl (or docs.jsonl.gz) nor .md files. When they are elsewhere, name their folders with --docs (repeatable).");

    public static Bilingual DocumentTwice(string folder, string id) => new($"{folder}：文档 “{id}” 重复。", $"{folder}: the document '{id}' is there twice.");

    public static Bilingual NoRun(string path) => new($"{path} 不是由 eval --out 写的文件。", $"{path} was not written by eval --out.");

    public static Bilingual NoCommonQuestions(string first, string second) => new($"{first} 与 {second} 没有相同的问题。", $"{first} and {second} have no question in common.");

    public static Bilingual NotWritten(string path, string cause) => new($"无法写入 {path}：{cause}", $"Cannot write {path}: {cause}");

    public static Bilingual Index(IndexFacts index) => new(
        $"{index.Documents} 篇文档，{index.Chunks} 段，{index.Seconds:0.0} 秒，{index.Bytes / 1e6:0.0} MB",
        $"{index.Documents} documents, {index.Chunks} chunks, {index.Seconds:0.0} s to index, {index.Bytes / 1e6:0.0} MB on disk");

    public static Bilingual Latency(LatencyFigures latency) => new(
        $"每题检索：中位数 {latency.Median:0.0} ms，95% 不超过 {latency.P95:0.0} ms",
        $"search of a question: median {latency.Median:0.0} ms, 95 % within {latency.P95:0.0} ms");

    public static Bilingual FalseRefusals(double share) => new($"产品误拒 {share:0.0%} 的可答问题", $"answerable questions that the product refuses: {share:0.0%}");

    public static Bilingual Why(RefusalGroup group) => group.Why switch
    {
        Unanswerable.Given when group.Kind is { } kind => new($"{Given.Chinese}：{kind}", $"{Given.English}: {kind}"),
        Unanswerable.Given => Given,
        Unanswerable.NearMiss => NearMiss,
        Unanswerable.Foreign => Foreign,
        _ => Pooled,
    };

    public static Bilingual Wrong(DatasetException fault)
    {
        var place = fault.Line > 0
            ? new Bilingual($"{fault.File} 第 {fault.Line} 行：", $"{fault.File}, line {fault.Line}: ")
            : new Bilingual($"{fault.File}：", $"{fault.File}: ");
        var what = What(fault.Fault, fault.Subject);
        return new(place.Chinese + what.Chinese, place.English + what.English);
    }

    private static Bilingual What(DatasetFault fault, string subject) => fault switch
    {
        DatasetFault.Missing => new("文件不存在。", "The file does not exist."),
        DatasetFault.Unreadable => CliTexts.Unreadable(subject),
        DatasetFault.NotUtf8 => new("不是有效的 UTF-8。", "Not valid UTF-8."),
        DatasetFault.NotJson => new("应为 JSON 对象（golden.json 为对象的数组）。", "Must be a JSON object (golden.json: an array of objects)."),
        DatasetFault.FieldMissing => new($"缺少字段 “{subject}”，或为空。", $"The field '{subject}' is missing or blank."),
        DatasetFault.FieldWrong => new($"字段 “{subject}” 的类型不对。", $"The field '{subject}' has the wrong type."),
        DatasetFault.NotAJudgement => new(
            "应为以制表符分隔的三列：问题、文档、相关度（不小于 0 的整数）。", "Must be three columns separated by tabs: question, document, relevance (a whole number not below 0)."),
        DatasetFault.Twice => new($"“{subject}” 重复。", $"'{subject}' is there twice."),
        DatasetFault.NoSuchQuestion => new($"没有问题 “{subject}”。", $"There is no question '{subject}'."),
        DatasetFault.NoSuchDocument => new($"没有文档 “{subject}”。", $"There is no document '{subject}'."),
        DatasetFault.NoSuchHeading => new($"文档中没有标题 “{subject}”。", $"The document has no heading '{subject}'."),
        _ => new("文件是空的。", "The file is empty."),
    };
}
