namespace Wenlu.BotHost.Conversations;

internal static class ConversationTexts
{
    public static readonly Bilingual Empty = new(
        "请直接写下你想问的问题。",
        "Please write down what you would like to know.");

    public static readonly Bilingual TooLong = new(
        "这条消息太长了，请把问题缩短到 4000 字以内。",
        "This message is too long. Please shorten your question to 4,000 characters.");

    public static readonly Bilingual TooManyQuestions = new(
        "这一分钟里的问题太多了，请稍等一会儿再问。",
        "That is a lot of questions for one minute. Please give me a moment and ask again.");

    public static readonly Bilingual ReplyRefused = new(
        "抱歉，平台没有接受这条回复的内容。请换一种问法再试。",
        "Sorry, the platform did not take the content of this reply. Please try asking in another way.");

    public static readonly Bilingual GivenUp = new(
        "抱歉，这个问题我试了多次都没能答上来，已经记录下来，请稍后再问一次。",
        "Sorry, I tried several times and could not answer this question. It has been recorded; please ask again later.");
}
