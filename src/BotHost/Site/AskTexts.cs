namespace Wenlu.BotHost.Site;

/// <summary>What the ask page says about a question on its way.</summary>
internal static class AskTexts
{
    public static readonly Bilingual Stop = new("停止", "Stop");

    public static readonly Bilingual Again = new("重新回答", "Answer again");

    public static readonly Bilingual Retry = new("再试一次", "Try again");

    public static readonly Bilingual RetryIn = new("{0} 秒后可以再试", "Try again in {0} s");

    public static readonly Bilingual CanRetry = new("现在可以再试了。", "You can try again now.");

    public static readonly Bilingual Reword = new("换个说法再问", "Put it differently");

    public static readonly Bilingual YourQuestion = new("你的问题", "Your question");

    public static readonly Bilingual FoundPassages = new("找到的资料", "Passages found");

    public static readonly Bilingual Found = new("找到 {0} 段资料，正在撰写…", "{0} found, writing…");

    public static readonly Bilingual Read = new("读了 {0} 段资料，引用了 {1} 段", "Passages read: {0}, cited: {1}");

    public static readonly Bilingual Done = new("回答完毕", "The answer is complete");

    public static readonly Bilingual Extracts = new("没有写成的回答，只有原文", "The passages themselves, no written answer");

    public static readonly Bilingual NotFound = new("没有找到答案", "No answer found");

    public static readonly Bilingual CannotSearch = new("暂时无法检索", "Cannot search just now");

    public static readonly Bilingual NextSteps = new("接下来可以", "What to do next");

    public static readonly Bilingual OtherWords = new(
        "换个说法再问：用文档里会出现的词，一次只问一件事。",
        "Ask in other words: those a document would use, and one thing at a time.");

    public static readonly Bilingual LookInList = new("在已有的问答里找一找", "Look among the questions already answered");

    public static readonly Bilingual Noted = new(
        "这个问题已经记下，编辑者会看到。", "The question has been noted for the editors of the knowledge base.");

    public static readonly Bilingual Wait = new("请在 {0} 秒后再试。", "Please try again in {0} seconds.");

    public static readonly Bilingual TooManyWait = new(
        "同一个地址短时间内的提问次数有限，好让每个人都能用。请在 {0} 秒后再试。",
        "Questions from one address are limited, so that the site works for everyone. Please try again in {0} seconds.");
}
