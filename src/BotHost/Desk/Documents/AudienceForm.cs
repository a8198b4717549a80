using System.Text.Json.Nodes;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Desk.Documents;

/// <summary>Who may read, as the fields of a form: one of three, and for the third chats and people by id, each on a line of its own.</summary>
public sealed record AudienceForm(string Who, string Chats, string Users)
{
    public const string Some = "some";
    public const string WhoField = "audience";
    public const string ChatsField = "chats";
    public const string UsersField = "users";

    private static readonly char[] Between = ['\n', '\r', ' ', '\t', ',', '，', '、', ';', '；'];

    internal static AudienceForm Of(Audience audience) => audience.ToJson() switch
    {
        JsonObject members => new(Some, Lines(members["chats"]), Lines(members["users"])),
        var name => new((string)name!, string.Empty, string.Empty),
    };

    internal static AudienceForm Read(IFormCollection form) => new(form[WhoField].ToString(), form[ChatsField].ToString(), form[UsersField].ToString());

    internal JsonNode ToJson() => Who == Some ? new JsonObject { ["chats"] = Names(Chats), ["users"] = Names(Users) } : JsonValue.Create(Who);

    /// <summary>In words, short enough for a list.</summary>
    internal static Bilingual InWords(Audience audience)
    {
        if (audience.Labels.Contains(AccessLabels.Everyone))
            return DocumentDeskTexts.Everyone;
        if (audience.Labels.Contains(AccessLabels.Tenant))
            return DocumentDeskTexts.Tenant;
        var chats = audience.Labels.Count(label => label.StartsWith(AccessLabels.Chat(string.Empty), StringComparison.Ordinal));
        var users = audience.Labels.Count - chats;
        return (chats, users) switch
        {
            (_, 0) => DocumentDeskTexts.Chats.With(chats),
            (0, _) => DocumentDeskTexts.People.With(users),
            _ => DocumentDeskTexts.ChatsAndPeople.With(chats, users),
        };
    }

    private static string Lines(JsonNode? names) => string.Join('\n', names!.AsArray().Select(name => (string)name!));

    private static JsonArray Names(string text) => FormList.ToJson(text.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
