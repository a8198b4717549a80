using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Wenlu.BotHost.Knowledge;

/// <summary>Who may read a document: everyone, the tenant, or the members of some chats and some people.</summary>
internal sealed partial class Audience
{
    private const int MaxNames = 500;

    public static readonly Audience Everyone = new(AccessLabels.Everyone);
    public static readonly Audience Tenant = new(AccessLabels.Tenant);

    private readonly IReadOnlyList<string> chats;
    private readonly IReadOnlyList<string> users;

    private Audience(string label) => (Labels, chats, users) = ([label], [], []);

    private Audience(IReadOnlyList<string> chats, IReadOnlyList<string> users)
    {
        (this.chats, this.users) = (chats, users);
        Labels = [.. chats.Select(AccessLabels.Chat), .. users.Select(AccessLabels.User)];
    }

    public IReadOnlyList<string> Labels { get; }

    /// <summary>Whether everybody of another audience is surely of this one. A chat may have outsiders in it, so the tenant does not include it.</summary>
    public bool Includes(Audience other) => Labels.Contains(AccessLabels.Everyone) || other.Labels.All(Labels.Contains);

    /// <summary>Whether somebody with these labels may read.</summary>
    public bool Opens(IEnumerable<string> labels) => Labels.Intersect(labels).Any();

    public static Audience? Named(string? name) => name switch
    {
        AccessLabels.Everyone => Everyone,
        AccessLabels.Tenant => Tenant,
        _ => null,
    };

    /// <summary>Reads what an editor wrote; null and a sentence in <paramref name="errors"/> when it is no audience.</summary>
    public static Audience? Read(JsonElement value, FieldErrors errors)
    {
        if (value.ValueKind == JsonValueKind.Object)
            return ReadMembers(value, errors);
        var audience = value.ValueKind == JsonValueKind.String ? Named(value.GetString()) : null;
        if (audience is null)
            errors.Add("audience", FieldTexts.AudienceUnknown);
        return audience;
    }

    public JsonNode ToJson() => chats.Count + users.Count == 0
        ? JsonValue.Create(Labels[0])
        : new JsonObject { ["chats"] = ToArray(chats), ["users"] = ToArray(users) };

    private static Audience? ReadMembers(JsonElement members, FieldErrors errors)
    {
        var before = errors.Count;
        foreach (var property in members.EnumerateObject().Where(property => property.Name is not ("chats" or "users")))
            errors.Add("audience." + property.Name, FieldTexts.Unknown("chats, users"));
        var chats = ReadNames(members, "chats", ChatId(), FieldTexts.NotAChat, errors);
        var users = ReadNames(members, "users", UserId(), FieldTexts.NotAUser, errors);
        if (errors.Count == before && chats.Count + users.Count is 0 or > MaxNames)
            errors.Add("audience", FieldTexts.AudienceSize(MaxNames));
        return errors.Count == before ? new Audience(chats, users) : null;
    }

    /// <summary>Sorted, so that the same audience written in another order is the same content.</summary>
    private static List<string> ReadNames(JsonElement members, string field, Regex shape, Bilingual complaint, FieldErrors errors)
    {
        if (!members.TryGetProperty(field, out var names))
            return [];
        var texts = names.ValueKind == JsonValueKind.Array ? [.. names.EnumerateArray().Select(NameOrEmpty)] : new List<string> { "" };
        if (!texts.TrueForAll(shape.IsMatch))
            errors.Add("audience." + field, complaint);
        return [.. texts.Distinct().Order(StringComparer.Ordinal)];
    }

    private static string NameOrEmpty(JsonElement name) => name.ValueKind == JsonValueKind.String ? name.GetString()! : "";

    private static JsonArray ToArray(IEnumerable<string> names) => new([.. names.Select(name => JsonValue.Create(name))]);

    [GeneratedRegex(@"\Aoc_[A-Za-z0-9]{1,64}\z")]
    private static partial Regex ChatId();

    [GeneratedRegex(@"\Aou_[A-Za-z0-9]{1,64}\z")]
    private static partial Regex UserId();
}
