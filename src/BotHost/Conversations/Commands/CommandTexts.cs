namespace Wenlu.BotHost.Conversations.Commands;

internal static class CommandTexts
{
    /// <summary>One line a command, as the help and the hint both show them.</summary>
    public static readonly Bilingual List = new(
        "/help 帮助 · /new 新话题 · /sources 上一条回答的来源 · /stop 停止正在写的回答",
        "/help · /new for a new topic · /sources of the last answer · /stop the answer being written");

    public static readonly Bilingual Unknown = new(
        "没有这个命令。可以用的有：",
        "There is no such command. There are:");

    public static readonly Bilingual NewTopic = new(
        "好的，我们重新开始。之前的对话我不再参考。",
        "All right, a fresh start. I no longer look at what we said before.");

    public static readonly Bilingual NoAnswerYet = new(
        "这个对话里最近还没有回答，问一个问题试试。",
        "Nothing has been answered in this conversation lately. Try asking something.");

    public static readonly Bilingual NoSources = new(
        "上一条回答没有引用资料。",
        "The last answer rests on no documents.");

    public static readonly Bilingual SourcesOf = new("上一条回答的来源：", "Sources of the last answer:");

    public static readonly Bilingual Stopped = new("好的，已停止。", "All right, stopped.");

    public static readonly Bilingual Stopping = new("好的，正在写的回答会停下来。", "All right, whatever is being written stops.");

    public static readonly Bilingual NothingToStop = new("你现在没有正在写的回答。", "No answer of yours is being written at the moment.");
}
