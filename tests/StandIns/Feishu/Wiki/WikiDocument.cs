using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu.Wiki;

/// <summary>A space with its pages; what is in it is changed through <see cref="WikiDesk"/>.</summary>
public sealed class WikiSpace(string id, string name)
{
    public string Id => id;

    public string Name { get; set; } = name;

    public bool IsPublic { get; set; }

    /// <summary>Off: the app is no member, and sees nothing of it.</summary>
    public bool IsOpenToApp { get; set; } = true;

    public List<WikiMember> Members { get; } = [];

    internal List<WikiNode> Nodes { get; } = [];
}

/// <summary>A place of a document in a space; a shortcut is another place of the same document.</summary>
public sealed class WikiNode(string token, WikiSpace space, WikiDocument document)
{
    public string Token => token;

    public WikiSpace Space => space;

    public WikiDocument Document => document;

    public WikiNode? Parent { get; set; }

    public WikiNode? Original { get; init; }

    /// <summary>On: it is there, and the listing leaves it out, as for an app that may not see it.</summary>
    public bool IsHidden { get; set; }
}

/// <summary>A document as its owner sees it.</summary>
public sealed class WikiDocument(string token, string type, string title)
{
    public string Token => token;

    /// <summary>By the wiki's names: docx, sheet, file …</summary>
    public string Type => type;

    public string Title { get; set; } = title;

    /// <summary>As <c>blocks</c> lists them; the page block stands first.</summary>
    public JsonArray Blocks { get; set; } = [];

    public long Revision { get; set; } = 1;

    public DateTimeOffset EditedAt { get; set; }

    public string Owner { get; set; } = "ou_0000000000000000000000000000aaaa";

    public bool IsDeleted { get; set; }

    /// <summary>Off: every reading of it is refused (1770032).</summary>
    public bool IsReadable { get; set; } = true;

    /// <summary>Off: who may read it is not told (1063002).</summary>
    public bool TellsPermissions { get; set; } = true;

    /// <summary>On: the app is its owner or manager, and may subscribe to its events.</summary>
    public bool IsManagedByApp { get; set; }

    public string LinkShare { get; set; } = "closed";

    public bool IsLocked { get; set; }

    public List<WikiMember> Members { get; } = [];

    /// <summary>Its place in a wiki; null for a document of its own.</summary>
    public WikiNode? Node { get; internal set; }
}

/// <param name="Type">openid, openchat, opendepartmentid, groupid or wikispaceid.</param>
/// <param name="Scope">container, or single_page.</param>
public sealed record WikiMember(string Type, string Id, string Scope = "container")
{
    public static WikiMember User(string openId) => new("openid", openId);

    public static WikiMember Chat(string chatId) => new("openchat", chatId);

    public static WikiMember Department(string id) => new("opendepartmentid", id);

    public static WikiMember Space(string spaceId) => new("wikispaceid", spaceId);
}
