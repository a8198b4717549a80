namespace Wenlu.BotHost.Attachments;

internal static class AttachmentTexts
{
    public static readonly Bilingual CannotBeRead = new(
        "这种文件我还读不了。我能读文本、Markdown、CSV、PDF 和 Word（.docx）文件。",
        "I cannot read this kind of file yet. I can read text, Markdown, CSV, PDF and Word (.docx) files.");

    public static readonly Bilingual Encrypted = new(
        "这个文件有密码保护，我打不开。请去掉密码后再发一次。",
        "This file is protected by a password and I cannot open it. Please send it without the password.");

    public static readonly Bilingual NoText = new(
        "这个文件里没有可以读出的文字，可能是扫描件。请发一份带文字的版本。",
        "There is no text to be read in this file; it may be a scan. Please send a version with text.");

    public static readonly Bilingual Damaged = new(
        "这个文件打不开，可能已经损坏。请重新导出后再发一次。",
        "This file cannot be opened; it may be damaged. Please export and send it again.");

    public static readonly Bilingual TooSlow = new(
        "这个文件太复杂，我没能在限定时间内读完。请只发需要的那一部分。",
        "This file is too complex to be read in time. Please send only the part that matters.");

    public static readonly Bilingual NotFetched = new(
        "这个文件我没能从飞书取到，可能已被撤回，或者应用还没有读取消息文件的权限。",
        "I could not fetch this file from Feishu: it may have been recalled, or the app may lack the permission to read files.");

    public static readonly Bilingual ForwardNotFetched = new(
        "这些转发的消息我没能取到，请把其中的问题直接发给我。",
        "I could not fetch the forwarded messages. Please send me the question itself.");

    public static Bilingual TooLarge(int megabytes) => new(
        $"这个文件超过了 {megabytes} MB，我不读这么大的文件。请只发需要的那一部分。",
        $"This file is larger than {megabytes} MB, which is more than I read. Please send only the part that matters.");

    public static Bilingual Read(string name, int sections, bool isCut) => new(
        $"已读《{name}》（{sections} 段{(isCut ? "，内容太长，只读了前面的部分" : "")}）。可以直接问我其中的内容，我只在这个会话里记着它。",
        $"I have read “{name}” ({sections} sections{(isCut ? "; it is long, so only its beginning" : "")}). Ask me about it: I remember it in this conversation only.");

    public static Bilingual ForwardRead(int messages, bool isCut) => new(
        $"已读这 {messages} 条转发的消息{(isCut ? "（太长，只读了前面的部分）" : "")}。想了解什么，直接问我就好。",
        $"I have read the {messages} forwarded messages{(isCut ? " (there is more, so only the beginning)" : "")}. What would you like to know?");

    public static Bilingual MakingRoom(Bilingual sentence, int most, string forgotten) => new(
        $"{sentence.Chinese}（一个会话里我最多记 {most} 份，《{forgotten}》不再参考。）",
        $"{sentence.English} (I keep {most} in a conversation, so I no longer look at “{forgotten}”.)");

    public static readonly Bilingual ForwardTitle = new("转发的消息", "Forwarded messages");

    public static Bilingual OutOfRange(string key, string least, string most) => new(
        $"{key} 应在 {least} 到 {most} 之间。", $"{key} must be between {least} and {most}.");
}
