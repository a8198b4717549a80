namespace Wenlu.BotHost.Cards.Actions;

/// <summary>What a click is answered with, in a toast.</summary>
internal static class ActionTexts
{
    public static readonly Bilingual ThanksForVote = new("谢谢你的反馈，已记录。", "Thank you, your feedback is recorded.");

    public static readonly Bilingual ThanksForReason = new("谢谢，你的说明已记录。", "Thank you, your reasons are recorded.");

    public static readonly Bilingual NoReason = new("请选一个原因，或写几个字。", "Please choose a reason or write a few words.");

    public static readonly Bilingual Rephrasing = new("好的，换个说法再答一次。", "All right, the answer is put in other words.");

    public static readonly Bilingual Asking = new("好的，正在回答这个问题。", "All right, this question is being answered.");

    public static readonly Bilingual Stopping = new("好的，正在停止。", "All right, stopping.");

    public static readonly Bilingual NewTopic = new("好的，我们重新开始。", "All right, a fresh start.");

    public static readonly Bilingual AlreadyDone = new("这一步已经做过了。", "This was done already.");

    public static readonly Bilingual AlreadyFinished = new("这条回答已经写完了。", "This answer is finished already.");

    public static readonly Bilingual StillWriting = new("答案还没写完，请稍等。", "The answer is still being written. Please wait a moment.");

    public static readonly Bilingual OnlyTheAsker = new("只有提问的人可以这样做。", "Only the person who asked can do this.");

    public static readonly Bilingual NotForOutsiders = new("这条回答只面向本企业成员。", "This answer is for members of this organisation only.");

    public static readonly Bilingual NotOffered = new("这个问题不在这张卡片上。", "This question is not on this card.");

    public static readonly Bilingual Forgotten = new("这条回答已过期，请重新提问。", "This answer has expired. Please ask again.");

    public static readonly Bilingual UnknownAction = new("这个按钮已失效。", "This button no longer works.");
}
