namespace Wenlu.BotHost.Conversations;

internal static class ConversationTexts
{
    public static readonly Bilingual Empty = new(
        "请直接写下你想问的问题。",
        "Please write down what you would like to know.");

    public static readonly Bilingual QuoteMissing = new(
        "你引用的消息我读不到，可能已被撤回，或者应用没有读取消息的权限。请直接写下你的问题。",
        "I cannot read the message you replied to: it may have been recalled, or the app may lack the permission. Please write down your question.");

    public static readonly Bilingual AnsweredWithoutQuote = new(
        "（你引用的消息我读不到，这里只按问题本身回答。）",
        "(I cannot read the message you replied to; this answers the question by itself.)");

    public static readonly Bilingual CannotSee = new(
        "我看不了图片。请把图里的文字或你的问题发给我。",
        "I cannot see pictures. Please send me the text in it, or your question.");

    public static readonly Bilingual PictureUnclear = new(
        "我没看出这张图想问什么，请写一句话告诉我。",
        "I could not tell what this picture asks. Please tell me in a sentence.");

    public static readonly Bilingual PictureTooLarge = new(
        "图片超过了 10 MB，我没有看；请压缩或截取需要的部分再发。",
        "A picture is larger than 10 MB and I did not look at it; please send a smaller one.");

    public static readonly Bilingual PictureNotFetched = new(
        "图片我没能从飞书取到，可能已被撤回，或者应用还没有读取消息文件的权限。",
        "I could not fetch a picture from Feishu: it may have been recalled, or the app may lack the permission to read files.");

    public static readonly Bilingual PictureUnknown = new(
        "这种格式的图片我看不了，请发 PNG、JPEG、GIF 或 WebP。",
        "I cannot see a picture of this format; please send PNG, JPEG, GIF or WebP.");

    public static Bilingual TooManyPictures(int most) => new(
        $"（图片太多，我只看了前 {most} 张。）", $"(There are many pictures; I looked at the first {most}.)");

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
