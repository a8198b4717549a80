namespace Wenlu.BotHost.Messages;

/// <summary>What is said to messages that ask nothing.</summary>
internal static class MessageTexts
{
    public static readonly Bilingual Unreadable = new(
        "这条消息的内容我读不出来，请把问题用文字发给我。",
        "I could not read the content of this message. Please send me your question as text.");

    public static readonly Bilingual UnknownKind = new(
        "这种类型的消息我还读不懂，请把问题用文字发给我。",
        "I cannot read this kind of message yet. Please send me your question as text.");

    public static readonly Bilingual Voice = new(
        "我还听不懂语音，请把问题打成文字，或先用「转文字」再发给我。",
        "I cannot listen to voice messages yet. Please type your question, or send me its transcript.");

    public static readonly Bilingual Video = new(
        "我还看不了视频，请用文字描述你的问题，也可以附上截图。",
        "I cannot watch videos yet. Please describe your question in words; a screenshot helps.");

    public static readonly Bilingual Sticker = new(
        "表情收到啦！有问题的话，请用文字告诉我。",
        "Nice sticker! If you have a question, please write it down for me.");

    public static readonly Bilingual Location = new(
        "位置收到了，不过我只会查知识库。想问什么，请用文字告诉我。",
        "Got the location, but all I can look up is the knowledge base. What would you like to know?");

    public static readonly Bilingual Shared = new(
        "名片收到了。想了解什么，请用文字告诉我。",
        "Got the card you shared. What would you like to know about it?");

    public static readonly Bilingual System = new(
        "这是一条系统消息，我没有什么可以回答的。有问题请直接问我。",
        "This is a system message, there is nothing for me to answer. Please ask me a question.");

    public static readonly Bilingual RedPacket = new(
        "谢谢，红包我可领不了！有问题请直接问我。",
        "Thank you, but I cannot open red packets! Please ask me a question instead.");

    public static readonly Bilingual Calendar = new(
        "日程收到了，不过我不管日历。想问什么，请用文字告诉我。",
        "Got the event, but I keep no calendar. What would you like to know?");

    public static readonly Bilingual Task = new(
        "任务收到了，不过我不管待办。想问什么，请用文字告诉我。",
        "Got the task, but I keep no to-do list. What would you like to know?");

    public static readonly Bilingual Poll = new(
        "投票我就不参加了。想问什么，请用文字告诉我。",
        "I do not take part in polls. What would you like to know?");

    public static readonly Bilingual Folder = new(
        "文件夹我打不开，请把里面的文件单独发给我。",
        "I cannot open folders. Please send me the files in it one by one.");

    public static readonly Bilingual Card = new(
        "卡片收到了。想了解什么，请回复这张卡片并写下问题。",
        "Got the card. Please reply to it with what you would like to know.");
}
