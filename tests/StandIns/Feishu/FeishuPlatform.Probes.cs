using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;

namespace Wenlu.StandIns.Feishu;

/// <summary>A doctor looks in: what it asks to learn something, and what it must not do.</summary>
public sealed partial class FeishuPlatform
{
    private const string NoMessage = "/om_00000000000000000000000000000000";

    /// <summary>
    /// On: calls that name nothing or say nothing are refused as they always are, and are no violation; a call that has an effect
    /// is one.
    /// </summary>
    public bool ExpectsProbes { get; set; }

    /// <summary>2: enabled.</summary>
    public int ActivateStatus { get; set; } = 2;

    /// <summary>Spaces of the wiki that the app is a member of.</summary>
    public ISet<string> WikiSpaces { get; } = new HashSet<string>();

    private void MapProbes(IEndpointRouteBuilder routes)
    {
        Map(routes, "GET", "/open-apis/wiki/v2/spaces/{space_id}/nodes", Needs.Wiki, ListNodes);
        Map(routes, "GET", "/open-apis/docx/v1/documents/{document_id}", Needs.Docx, call => throw new Refusal(1770002, "not found", 404));
        Map(routes, "POST", "/open-apis/drive/v1/metas/batch_query", Needs.Drive, call => throw Refusal.BadRequest("request_docs is missing"));
    }

    private bool IsProbe(Call call) => ExpectsProbes && (call.RawBody == "{}" || call.Path.Contains(NoMessage, StringComparison.Ordinal));

    private void WatchEffect(Call call, Needs needs)
    {
        if (ExpectsProbes && needs != Needs.Nothing && call.Method != "GET") findings.Add($"a probe had an effect: {call.Method} {call.Path}");
    }

    private JsonObject ListNodes(Call call)
    {
        call.AllowQuery("page_size", "page_token", "parent_node_token");
        call.HasNoBody();
        if (!WikiSpaces.Contains(call.Route("space_id"))) throw new Refusal(131006, "permission denied");
        return new JsonObject { ["items"] = new JsonArray(), ["has_more"] = false };
    }
}
