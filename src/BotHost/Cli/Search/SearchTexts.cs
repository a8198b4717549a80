using Wenlu.Retrieval.Confidence;

namespace Wenlu.BotHost.Cli.Search;

/// <summary>What <c>search</c> says.</summary>
internal static class SearchTexts
{
    public static readonly Bilingual Command = new("搜索运行中的服务，或直接搜索一个文件夹。", "Search a running service, or a folder without one.");
    public static readonly Bilingual Question = new("问题或词语。", "A question or words.");
    public static readonly Bilingual Folder = new("直接搜索此文件夹（Markdown 或数据集），不用服务。", "Search this folder (Markdown files or a dataset) instead of a service.");
    public static readonly Bilingual Server = new($"服务地址；默认 {ServiceArguments.DefaultServer}。", $"The address of the service; {ServiceArguments.DefaultServer} when not given.");
    public static readonly Bilingual Count = new("要几段（1 到 50）。", "How many passages (1 to 50).");
    public static readonly Bilingual Explain = new("说明结果的由来。", "Say how the result came about.");

    public static readonly Bilingual Blank = new("问题不能为空。", "The question must not be blank.");
    public static readonly Bilingual BadCount = new("-k 应为 1 到 50。", "-k must be from 1 to 50.");
    public static readonly Bilingual NotBoth = new("--folder 不能与 --server 或 --key 同用。", "--folder goes with neither --server nor --key.");
    public static readonly Bilingual Stopped = new("已中断。", "Stopped.");
    public static readonly Bilingual Nothing = new("什么也没有找到。", "Nothing was found.");

    public static readonly Bilingual Wording = new("查询", "wording");
    public static readonly Bilingual Reason = new("由来", "reason");
    public static readonly Bilingual Weight = new("权重", "weight");
    public static readonly Bilingual Field = new("字段", "field");
    public static readonly Bilingual Terms = new("词（含它的段数，idf）", "terms (passages with it, idf)");
    public static readonly Bilingual Rank = new("词面名次", "lexical rank");
    public static readonly Bilingual Score = new("词面得分", "lexical score");
    public static readonly Bilingual Fields = new("各字段", "by fields");
    public static readonly Bilingual NameLift = new("标题相符", "name lift");
    public static readonly Bilingual Meeting = new("集中", "meeting");
    public static readonly Bilingual Dense = new("向量", "dense");
    public static readonly Bilingual Fused = new("融合", "fused");
    public static readonly Bilingual Reranker = new("重排", "reranker");
    public static readonly Bilingual Feature = new("置信特征", "confidence feature");
    public static readonly Bilingual Value = new("值", "value");
    public static readonly Bilingual Contribution = new("贡献（对数几率）", "contribution (log-odds)");

    public static Bilingual Trust(int wording) => new($"查询 {wording} 的可信度（相乘）", $"trust in wording {wording} (factor)");

    public static Bilingual Confidence(double confidence, AnswerBand band) => band switch
    {
        AnswerBand.Answer => new($"置信度 {confidence:0.00}：可以回答。", $"Confidence {confidence:0.00}: answerable."),
        AnswerBand.Warn => new($"置信度 {confidence:0.00}：可以回答，但可能不完整。", $"Confidence {confidence:0.00}: answerable, with a warning that it may be incomplete."),
        _ => new($"置信度 {confidence:0.00}：不足以回答。", $"Confidence {confidence:0.00}: not enough to answer."),
    };
}
