using System.Globalization;
using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu.Wiki;

/// <summary>
/// The tenant's wiki and documents: what people do to them, and what the app's calls are told. Times have whole seconds, pages are
/// short or empty, and places of other documents are refused as the platform refuses them.
/// </summary>
public sealed class WikiDesk(FeishuPlatformOptions options, Action<Action> change)
{
    private readonly List<WikiSpace> spaces = [];
    private readonly Dictionary<string, WikiDocument> documents = [];
    private readonly Dictionary<string, WikiNode> nodes = [];
    private readonly Dictionary<string, JsonArray> sheets = [];
    private readonly Dictionary<string, string> people = [];
    private readonly HashSet<string> subscriptions = [];
    private int counter;

    /// <summary>At most so many on a page of nodes; the platform never gives more than asked for, and may give fewer.</summary>
    public int NodesPerPage { get; set; } = 50;

    public int BlocksPerPage { get; set; } = 500;

    public string Host { get; set; } = "https://example.feishu.cn";

    /// <summary>Documents whose events the app receives.</summary>
    public IReadOnlyCollection<string> Subscriptions => Get(() => subscriptions.ToList());

    public WikiSpace AddSpace(string name, bool isPublic = true)
    {
        WikiSpace? space = null;
        Do(() => spaces.Add(space = new WikiSpace($"70000000000000{++counter:D5}", name) { IsPublic = isPublic }));
        return space!;
    }

    /// <summary>A page; lines as <see cref="ADocument"/> reads them.</summary>
    public WikiDocument AddPage(WikiSpace space, string title, string lines, WikiDocument? under = null) =>
        AddPage(space, title, token => ADocument.Of(token, title, lines), under);

    public WikiDocument AddPage(WikiSpace space, GeneratedDocument generated, WikiDocument? under = null) =>
        Place(space, Keep(new WikiDocument(generated.DocumentId, "docx", generated.Title) { Blocks = (JsonArray)generated.Items.DeepClone() }), under);

    /// <summary>Something else than a document: a sheet, a file …</summary>
    public WikiDocument AddOther(WikiSpace space, string type, string title) =>
        Place(space, Keep(new WikiDocument(NextToken("Obj"), type, title)), null);

    /// <summary>A document outside of every wiki.</summary>
    public WikiDocument AddDocument(string title, string lines)
    {
        var token = NextToken("Doc");
        return Keep(new WikiDocument(token, "docx", title) { Blocks = ADocument.Of(token, title, lines) });
    }

    public WikiNode AddShortcut(WikiSpace space, WikiDocument document, WikiDocument? under = null)
    {
        WikiNode? node = null;
        Do(() => Add(node = new WikiNode(NextToken("Wik"), space, document) { Original = document.Node, Parent = under?.Node }));
        return node!;
    }

    public void AddSheet(string token, JsonArray rows) => Do(() => sheets[token] = rows);

    public void AddPerson(string openId, string name) => Do(() => people[openId] = name);

    /// <summary>Somebody writes: a new revision, and the time of it.</summary>
    public void Edit(WikiDocument document, string lines) => Edit(document, ADocument.Of(document.Token, document.Title, lines));

    public void Edit(WikiDocument document, JsonArray blocks) => Do(() =>
    {
        document.Blocks = (JsonArray)blocks.DeepClone();
        Touch(document);
    });

    public void Rename(WikiDocument document, string title) => Do(() =>
    {
        document.Title = title;
        document.Blocks[0]!["page"]!["elements"]![0]!["text_run"]!["content"] = title;
        Touch(document);
    });

    /// <summary>Neither its text nor the time of its last edit changes.</summary>
    public void Move(WikiDocument document, WikiDocument? under) => Do(() => document.Node!.Parent = under?.Node);

    /// <summary>Taken out of the wiki; the document itself is still there.</summary>
    public void TakeOut(WikiDocument document) => Do(() => Remove(document));

    public void Trash(WikiDocument document) => Do(() =>
    {
        Remove(document);
        document.IsDeleted = true;
    });

    /// <summary>Anything else, in one step.</summary>
    public void Change(Action action) => Do(action);

    internal JsonObject ListSpaces(Call call)
    {
        call.AllowQuery("page_size", "page_token");
        PageSize(call, 50);
        return Page(call, spaces.Where(space => space.IsOpenToApp).Select(Describe).ToList(), NodesPerPage, "items");
    }

    internal JsonObject ListNodes(Call call)
    {
        call.AllowQuery("page_size", "page_token", "parent_node_token");
        PageSize(call, 50);
        var space = OpenSpace(call);
        var parent = call.QueryValue("parent_node_token");
        if (parent is not null && !nodes.ContainsKey(parent)) throw new Refusal(131005, "node not found");
        var children = space.Nodes.Where(node => node.Parent?.Token == parent && !node.IsHidden && !node.Document.IsDeleted).Select(Describe).ToList();
        return Page(call, children, NodesPerPage, "items");
    }

    internal JsonObject ListMembers(Call call)
    {
        call.AllowQuery("page_size", "page_token");
        PageSize(call, 50);
        var space = OpenSpace(call);
        var members = space.Members.Select(member => new JsonObject { ["member_type"] = member.Type, ["member_id"] = member.Id, ["member_role"] = "member" }).ToList();
        return Page(call, members, NodesPerPage, "members");
    }

    internal JsonObject GetNode(Call call)
    {
        call.AllowQuery("token", "obj_type");
        var token = call.QueryValue("token") ?? throw Refusal.BadRequest("'token' is missing");
        var node = (call.QueryValue("obj_type") ?? "wiki") == "wiki" ? nodes.GetValueOrDefault(token) : documents.GetValueOrDefault(token)?.Node;
        if (node is null || node.Document.IsDeleted) throw new Refusal(131005, "node not found");
        if (!node.Space.IsOpenToApp) throw new Refusal(131006, "wiki node permission denied");
        return new JsonObject { ["node"] = Describe(node) };
    }

    internal JsonObject QueryMetas(Call call)
    {
        call.AllowQuery("user_id_type");
        call.AllowMembers("request_docs", "with_url");
        var asked = call.Body["request_docs"] as JsonArray ?? throw Refusal.BadRequest("'request_docs' is missing");
        if (asked.Count is 0 or > 200) throw Refusal.BadRequest("'request_docs' has 1 to 200 documents");
        var (metas, failed) = (new JsonArray(), new JsonArray());
        foreach (var one in asked)
        {
            var (token, type) = (Checks.String(one!["doc_token"])!, Checks.String(one["doc_type"])!);
            if (documents.GetValueOrDefault(token) is not { IsDeleted: false } document || document.Type != type)
                failed.Add(new JsonObject { ["token"] = token, ["code"] = 970005 });
            else if (!document.IsReadable)
                failed.Add(new JsonObject { ["token"] = token, ["code"] = 970003 });
            else
                metas.Add(DescribeMeta(document, call.Flag("with_url")));
        }
        return new JsonObject { ["metas"] = metas, ["failed_list"] = failed };
    }

    internal JsonObject GetDocument(Call call)
    {
        call.AllowQuery();
        var document = Readable(call.Route("document_id"));
        return new JsonObject
        {
            ["document"] = new JsonObject { ["document_id"] = document.Token, ["revision_id"] = document.Revision, ["title"] = document.Title },
        };
    }

    internal JsonObject ListBlocks(Call call)
    {
        call.AllowQuery("page_size", "page_token", "document_revision_id", "user_id_type");
        PageSize(call, 500);
        if (call.QueryValue("document_revision_id") != "-1") throw new Refusal(1770032, "forbidden", 403, isViolation: true);
        return Page(call, Readable(call.Route("document_id")).Blocks.Select(block => (JsonObject)block!.DeepClone()).ToList(), BlocksPerPage, "items", mayBeEmpty: false);
    }

    internal JsonObject ListDescendants(Call call)
    {
        call.AllowQuery("page_size", "page_token", "document_revision_id", "user_id_type", "with_descendants");
        if (call.QueryValue("with_descendants") != "true") throw Refusal.BadRequest("'with_descendants' is expected");
        var (blocks, wanted) = (Readable(call.Route("document_id")).Blocks, new HashSet<string> { call.Route("block_id") });
        var found = blocks.OfType<JsonObject>().Where(block => wanted.Contains((string)block["block_id"]!) || wanted.Contains((string?)block["parent_id"] ?? ""))
            .Where(block => wanted.Add((string)block["block_id"]!) || (string)block["block_id"]! == call.Route("block_id")).Select(block => (JsonObject)block.DeepClone()).ToList();
        if (found.Count == 0) throw new Refusal(1770002, "not found", 404);
        return Page(call, found, BlocksPerPage, "items", mayBeEmpty: false);
    }

    internal JsonObject GetSheet(Call call)
    {
        call.AllowQuery("valueRenderOption", "dateTimeRenderOption");
        var rows = sheets.GetValueOrDefault($"{call.Route("spreadsheet")}_{call.Route("sheet")}") ?? throw new Refusal(91403, "Forbidden", 403);
        return new JsonObject { ["valueRange"] = new JsonObject { ["values"] = rows.DeepClone() } };
    }

    internal JsonObject Subscribe(Call call)
    {
        call.AllowQuery("file_type", "event_type");
        if (call.QueryValue("file_type") != "docx") throw Refusal.BadRequest("'file_type' is not docx");
        if (documents.GetValueOrDefault(call.Route("file_token")) is not { IsDeleted: false } document) throw new Refusal(1069604, "not found");
        if (!document.IsManagedByApp) throw new Refusal(1069603, "no permission", 403);
        subscriptions.Add(document.Token);
        return [];
    }

    internal JsonObject ListCollaborators(Call call)
    {
        call.AllowQuery("type", "fields", "perm_type");
        var document = Permitted(call);
        var scope = call.QueryValue("perm_type") ?? "container";
        if (scope != "container" && document.Node is null) throw Refusal.BadRequest("'perm_type' is for pages of a wiki");
        var items = document.Members.Where(member => member.Scope == scope).Select(member => (JsonNode)new JsonObject
        {
            ["member_type"] = member.Type, ["member_id"] = member.Id, ["perm"] = "view", ["perm_type"] = member.Scope, ["name"] = "", ["external_label"] = false,
        });
        return new JsonObject { ["items"] = new JsonArray([.. items]) };
    }

    internal JsonObject GetPublicSetting(Call call)
    {
        call.AllowQuery("type");
        var document = Permitted(call);
        return new JsonObject
        {
            ["permission_public"] = new JsonObject
            {
                ["external_access_entity"] = "closed", ["security_entity"] = "anyone_can_view", ["link_share_entity"] = document.LinkShare, ["lock_switch"] = document.IsLocked,
            },
        };
    }

    internal JsonObject GetPerson(Call call)
    {
        call.AllowQuery("user_id_type");
        var name = people.GetValueOrDefault(call.Route("user_id")) ?? throw new Refusal(41050, "no user authority error");
        return new JsonObject { ["user"] = new JsonObject { ["open_id"] = call.Route("user_id"), ["name"] = name } };
    }

    private WikiDocument AddPage(WikiSpace space, string title, Func<string, JsonArray> blocks, WikiDocument? under)
    {
        var token = NextToken("Doc");
        return Place(space, Keep(new WikiDocument(token, "docx", title) { Blocks = blocks(token) }), under);
    }

    private WikiDocument Keep(WikiDocument document)
    {
        Do(() =>
        {
            documents[document.Token] = document;
            // Made a while ago: what was edited just now is another matter.
            document.EditedAt = options.Time.GetUtcNow() - TimeSpan.FromDays(1);
        });
        return document;
    }

    private WikiDocument Place(WikiSpace space, WikiDocument document, WikiDocument? under)
    {
        Do(() => Add(document.Node = new WikiNode(NextToken("Wik"), space, document) { Parent = under?.Node }));
        return document;
    }

    private void Add(WikiNode node)
    {
        node.Space.Nodes.Add(node);
        nodes[node.Token] = node;
    }

    private void Remove(WikiDocument document)
    {
        foreach (var node in nodes.Values.Where(node => node.Document == document).ToList())
        {
            node.Space.Nodes.Remove(node);
            nodes.Remove(node.Token);
        }
    }

    private void Touch(WikiDocument document)
    {
        document.Revision++;
        document.EditedAt = options.Time.GetUtcNow();
    }

    /// <summary>A space that the app may not see is to it as one that is not there.</summary>
    private WikiSpace OpenSpace(Call call) =>
        spaces.FirstOrDefault(space => space.Id == call.Route("space_id") && space.IsOpenToApp) ?? throw new Refusal(131006, "wiki space permission denied");

    private WikiDocument Readable(string token)
    {
        // The address of a page names its node; whoever takes that for the document meets this.
        if (!documents.TryGetValue(token, out var document)) throw new Refusal(1770002, "not found", 404, isViolation: nodes.ContainsKey(token));
        if (document.IsDeleted) throw new Refusal(1770003, "resource deleted", 404);
        if (!document.IsReadable || document.Node is { Space.IsOpenToApp: false }) throw new Refusal(1770032, "forbidden", 403);
        return document;
    }

    private WikiDocument Permitted(Call call)
    {
        var (token, type) = (call.Route("token"), call.QueryValue("type") ?? throw Refusal.BadRequest("'type' is missing"));
        var document = type switch
        {
            "wiki" => nodes.GetValueOrDefault(token)?.Document,
            "docx" => documents.GetValueOrDefault(token),
            _ => throw Refusal.BadRequest($"'type' is {type}"),
        };
        if (document is null or { IsDeleted: true }) throw new Refusal(1063005, "resource deleted", 404);
        if (!document.IsReadable || !document.TellsPermissions) throw new Refusal(1063002, "permission denied", 403);
        return document;
    }

    private static void PageSize(Call call, int most)
    {
        if (!int.TryParse(call.QueryValue("page_size"), CultureInfo.InvariantCulture, out var size) || size < 1 || size > most)
            throw Refusal.BadRequest($"'page_size' is not 1 to {most}");
    }

    /// <summary>Between two pages stands an empty one, as where the app may not see what is on it.</summary>
    private static JsonObject Page(Call call, List<JsonObject> items, int size, string name, bool mayBeEmpty = true)
    {
        var (from, isEmpty) = (call.QueryValue("page_token") ?? "p0") switch
        {
            ['p', .. var at] => (int.Parse(at, CultureInfo.InvariantCulture), false),
            ['e', .. var at] => (int.Parse(at, CultureInfo.InvariantCulture), true),
            _ => throw Refusal.BadRequest("unknown 'page_token'"),
        };
        var page = isEmpty ? [] : items.Skip(from).Take(size).ToList();
        var next = isEmpty ? from : from + size;
        var hasMore = next < items.Count;
        return new JsonObject
        {
            [name] = new JsonArray([.. page]),
            ["has_more"] = hasMore,
            ["page_token"] = hasMore ? $"{(isEmpty || !mayBeEmpty ? 'p' : 'e')}{next}" : "",
        };
    }

    private static JsonObject Describe(WikiSpace space) => new()
    {
        ["name"] = space.Name, ["description"] = "", ["space_id"] = space.Id, ["space_type"] = "team",
        ["visibility"] = space.IsPublic ? "public" : "private", ["open_sharing"] = "closed",
    };

    private static JsonObject Describe(WikiNode node) => new()
    {
        ["space_id"] = node.Space.Id,
        ["node_token"] = node.Token,
        ["obj_token"] = node.Document.Token,
        ["obj_type"] = node.Document.Type,
        ["parent_node_token"] = node.Parent?.Token ?? "",
        ["node_type"] = node.Original is null ? "origin" : "shortcut",
        ["origin_node_token"] = node.Original?.Token ?? "",
        ["origin_space_id"] = node.Original?.Space.Id ?? "",
        ["has_child"] = node.Space.Nodes.Any(other => other.Parent == node),
        ["title"] = node.Document.Title,
        ["obj_create_time"] = "1760000000",
        ["obj_edit_time"] = Seconds(node.Document),
        ["node_create_time"] = "1760000000",
        ["creator"] = node.Document.Owner,
        ["owner"] = node.Document.Owner,
        ["node_creator"] = node.Document.Owner,
    };

    private JsonObject DescribeMeta(WikiDocument document, bool withUrl) => new()
    {
        ["doc_token"] = document.Token,
        ["doc_type"] = document.Type,
        ["title"] = document.Title,
        ["owner_id"] = document.Owner,
        ["create_time"] = "1760000000",
        ["latest_modify_user"] = document.Owner,
        ["latest_modify_time"] = Seconds(document),
        ["url"] = withUrl ? $"{Host}/docx/{document.Token}" : "",
        ["sec_label_name"] = "",
    };

    private static string Seconds(WikiDocument document) => document.EditedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private string NextToken(string kind) => $"{kind}Token{Interlocked.Increment(ref counter):D18}";

    private void Do(Action action) => change(action);

    private T Get<T>(Func<T> read)
    {
        T? value = default;
        Do(() => value = read());
        return value!;
    }
}
