using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu.Wiki;

/// <summary>What the app is told, and what it is refused.</summary>
public sealed partial class WikiDesk
{
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
            ["member_type"] = member.Type,
            ["member_id"] = member.Id,
            ["perm"] = "view",
            ["perm_type"] = member.Scope,
            ["name"] = "",
            ["external_label"] = false,
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
                ["external_access_entity"] = "closed",
                ["security_entity"] = "anyone_can_view",
                ["link_share_entity"] = document.LinkShare,
                ["lock_switch"] = document.IsLocked,
            },
        };
    }

    internal JsonObject GetPerson(Call call)
    {
        call.AllowQuery("user_id_type");
        var name = people.GetValueOrDefault(call.Route("user_id")) ?? throw new Refusal(41050, "no user authority error");
        return new JsonObject { ["user"] = new JsonObject { ["open_id"] = call.Route("user_id"), ["name"] = name } };
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
}
