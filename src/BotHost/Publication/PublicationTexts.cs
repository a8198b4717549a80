namespace Wenlu.BotHost.Publication;

internal static class PublicationTexts
{
    public static readonly Bilingual NoSources = new("至少需要一个来源。", "Must name at least one source.");

    public static readonly Bilingual NotPublished = new("它没有被公开，或已被撤下。", "It was never published, or it was taken from the site.");

    public static readonly Bilingual NoSuchAnswer = new("没有这个回答，或它已过期（回答保留 14 天）。", "There is no such answer, or it has expired; answers are kept for 14 days.");

    public static readonly Bilingual NotGrounded = new("只能公开有出处的回答。", "Only an answer that rests on sources can be published.");

    public static Bilingual NotPublic(string id) =>
        new($"“{id}” 不存在，或不对所有人公开。", $"'{id}' does not exist, or not everyone may read it.");

    public static Bilingual ChatWrong(string chat) => new(
        $"Site:PublishChats 中的“{chat}”不是群 ID：应为 oc_ 开头的群 ID，或 site（网站上的提问）。",
        $"Site:PublishChats holds '{chat}', which is no chat: name a chat id, which starts with oc_, or site for what is asked on the site.");

    public static Bilingual SourceWrong(string source) => new(
        $"Site:PublishSources 中的“{source}”不是文档 ID。", $"Site:PublishSources holds '{source}', which is no document id.");
}
