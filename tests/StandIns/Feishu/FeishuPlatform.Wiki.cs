using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Wenlu.StandIns.Feishu.Wiki;

namespace Wenlu.StandIns.Feishu;

/// <summary>The calls that read the wiki and its documents, each under the limit of its interface.</summary>
public sealed partial class FeishuPlatform
{
    /// <summary>What people have written, and what they do to it.</summary>
    public WikiDesk Wiki { get; }

    private void MapWiki(IEndpointRouteBuilder routes)
    {
        MapMinute(routes, "/open-apis/wiki/v2/spaces", "wiki.spaces", Needs.Wiki, Wiki.ListSpaces);
        MapMinute(routes, "/open-apis/wiki/v2/spaces/get_node", "wiki.node", Needs.Wiki, Wiki.GetNode);
        MapMinute(routes, "/open-apis/wiki/v2/spaces/{space_id}/nodes", "wiki.nodes", Needs.Wiki, ListNodes);
        MapMinute(routes, "/open-apis/wiki/v2/spaces/{space_id}/members", "wiki.members", Needs.Wiki, Wiki.ListMembers);
        MapMinute(routes, "/open-apis/drive/v1/permissions/{token}/members", "permission.members", Needs.Token, Wiki.ListCollaborators);
        MapMinute(routes, "/open-apis/drive/v2/permissions/{token}/public", "permission.public", Needs.Token, Wiki.GetPublicSetting);
        Map(routes, "POST", "/open-apis/drive/v1/metas/batch_query", Needs.Drive, Wiki.QueryMetas);
        Map(routes, "POST", "/open-apis/drive/v1/files/{file_token}/subscribe", Needs.Drive, Wiki.Subscribe);
        Map(routes, "GET", "/open-apis/sheets/v2/spreadsheets/{spreadsheet}/values/{sheet}", Needs.Token, Wiki.GetSheet);
        Map(routes, "GET", "/open-apis/contact/v3/users/{user_id}", Needs.Token, Wiki.GetPerson);
        MapDocx(routes, "/open-apis/docx/v1/documents/{document_id}", Wiki.GetDocument);
        MapDocx(routes, "/open-apis/docx/v1/documents/{document_id}/blocks", Wiki.ListBlocks);
        MapDocx(routes, "/open-apis/docx/v1/documents/{document_id}/blocks/{block_id}/children", Wiki.ListDescendants);
    }

    private void MapMinute(IEndpointRouteBuilder routes, string path, string name, Needs needs, Func<Call, JsonObject> handle) => Map(routes, "GET", path, needs, call =>
    {
        Limit(name, Options.Rates.PerWikiInterfaceAndMinute, Minute);
        return handle(call);
    });

    /// <summary>One limit for all of them, and another status when it is met.</summary>
    private void MapDocx(IEndpointRouteBuilder routes, string path, Func<Call, JsonObject> handle) => Map(routes, "GET", path, Needs.Docx, call =>
    {
        if (rates.TryTake("docx", Options.Rates.PerSecondOfDocuments, Second) is { } wait)
            throw Refusal.RateLimited(Options.Rates.PerSecondOfDocuments, wait, status: 400);
        return handle(call);
    });
}
