namespace Wenlu.BotHost.Site;

/// <summary>Why a question on the ask page has no answer, or only the beginning of one; the page's script shows it by its name.</summary>
internal sealed record AskNotice(string Name, Bilingual Title, Bilingual Text)
{
    public static readonly AskNotice TooMany = new("busy",
        new("太快了，歇一下", "That was a little fast"),
        new("同一个地址短时间内的提问次数有限，好让每个人都能用。问题还在这里。",
            "Questions from one address are limited, so that the site works for everyone. Your question is kept here."));

    public static readonly AskNotice Away = new("away",
        new("请稍等片刻", "One moment, please"),
        new("知识库暂时无法读取，什么都没有丢失。请过一会儿再试。",
            "The knowledge base cannot be read just now; nothing is lost. Please try again in a moment."));

    public static readonly AskNotice Offline = new("offline",
        new("现在连不上", "No connection"),
        new("网络好像断开了。问题还在这里，恢复之后再试一次就好。",
            "The network seems to be down. Your question is kept here; try again once you are back online."));

    public static readonly AskNotice Broken = new("broken",
        new("回答中断了", "The answer was interrupted"),
        new("连接在写完之前断开了，答案不完整。", "The connection broke before the answer was complete."));

    public static readonly AskNotice Failed = new("failed",
        new("这次没有成功", "That did not work"),
        new("服务没有接受这个问题。请再试一次，或者刷新页面之后再问。", "The service did not take the question. Please try again, or reload the page and ask there."));

    public static readonly AskNotice Stopped = new("stopped",
        new("已停止", "Stopped"),
        new("已按你的要求停下，答案没有写完。", "Stopped as you asked; the answer is not complete."));

    public static readonly AskNotice Unwritten = new("unwritten",
        new("已停止", "Stopped"),
        new("停下的时候还没有写出答案。", "Nothing had been written yet."));

    /// <summary>Those that the script may have to show.</summary>
    public static readonly IReadOnlyList<AskNotice> All = [TooMany, Away, Offline, Broken, Failed, Stopped, Unwritten];
}
