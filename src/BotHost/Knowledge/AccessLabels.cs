namespace Wenlu.BotHost.Knowledge;

/// <summary>The labels that an audience puts on a document and an asker brings along; one in common opens the document.</summary>
internal static class AccessLabels
{
    public const string Everyone = "everyone";
    public const string Tenant = "tenant";

    public static string Chat(string chatId) => "chat:" + chatId;

    public static string User(string openId) => "user:" + openId;
}
