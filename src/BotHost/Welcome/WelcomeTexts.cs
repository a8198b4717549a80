namespace Wenlu.BotHost.Welcome;

internal static class WelcomeTexts
{
    public static readonly Bilingual ToGroup = new("大家好，我来帮大家从知识库里找答案。", "Hello everybody, I find answers in your knowledge base.");

    public static readonly Bilingual ToPerson = new("你好，我来帮你从知识库里找答案。", "Hello, I find answers in your knowledge base.");

    public static readonly Bilingual Help = new("我能这样帮你", "What I can do for you");

    public static readonly Bilingual Answers = new(
        "问一句，答一张卡片，每句话都标明出处；知识库里没有的，我会直说。",
        "One question, one card, and every sentence says where it stands. What is not in the knowledge base I say so.");

    public static readonly Bilingual InGroup = new(
        "在群里 **@我** 再写问题，追问时也一样；私聊直接问。",
        "In a group **mention me** with the question, also when you follow up; in a direct chat just ask.");

    public static readonly Bilingual Reads = new(
        "我读得懂文字、富文本、图片，以及文本、Markdown、PDF、Word 文件，也会看你引用或合并转发的消息。",
        "I read text, rich text, images, and text, Markdown, PDF and Word files, and the messages you quote or forward.");

    public static readonly Bilingual Examples = new("比如这样问", "Try asking");
}
