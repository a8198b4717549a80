using System.Text.Json;
using System.Text.Json.Nodes;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Wiki;

/// <summary>Who may read a document here, from who may there: where something is not known, fewer rather than more.</summary>
internal static class WikiAudience
{
    /// <summary>As many as an audience may name; chats first, since each stands for many.</summary>
    private const int MaxNames = 500;

    /// <summary>Null when nobody may.</summary>
    public static Audience? Of(SyncedDocument document, SpaceFacts? space, WikiOptions options) => document.Grants switch
    {
        null => null,
        // A page of a public space that does not inherit is closed to an app that is not among those it is shared with.
        { IsTold: false } => space is { IsPublic: true } || options.IsTenantByDefault(document.SpaceId) ? Audience.Tenant : null,
        { Link: LinkShare.Anyone } when options.AllowEveryone => Audience.Everyone,
        { Link: not LinkShare.Closed } => Audience.Tenant,
        var grants when Inherits(grants, space) && space!.IsPublic => Audience.Tenant,
        var grants => Members(document, grants, Inherits(grants, space) ? space : null),
    };

    /// <summary>Whoever is a member of the space may read it.</summary>
    private static bool Inherits(Grants grants, SpaceFacts? space) => space is not null && (grants.IncludesSpace || !grants.IsLocked);

    private static Audience? Members(SyncedDocument document, Grants grants, SpaceFacts? space)
    {
        var chats = Names(grants.Chats, space?.Chats, "oc_").Take(MaxNames).ToList();
        var users = Names([document.Owner ?? "", .. grants.Users], space?.Users, "ou_").Take(MaxNames - chats.Count).ToList();
        var members = new JsonObject { ["chats"] = ToArray(chats), ["users"] = ToArray(users) };
        return Audience.Read(JsonSerializer.SerializeToElement(members), new FieldErrors());
    }

    private static IEnumerable<string> Names(IReadOnlyList<string> own, IReadOnlyList<string>? inherited, string prefix) =>
        own.Concat(inherited ?? []).Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Distinct();

    private static JsonArray ToArray(IEnumerable<string> names) => new([.. names.Select(name => (JsonNode)name)]);
}
