using Refit;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Wiki.Docx;

namespace Wenlu.BotHost.Wiki;

/// <summary>The calls that read a wiki, its documents and who may read them; made through <see cref="WikiCalls"/>.</summary>
internal interface IWikiApi
{
    /// <summary>The spaces that the app is a member of; a page may be empty and yet not the last.</summary>
    [Get("/open-apis/wiki/v2/spaces?page_size=50")]
    Task<FeishuResponse<WikiPage<WikiSpace>>> ListSpacesAsync([AliasAs("page_token")][Query] string? pageToken, CancellationToken cancellationToken);

    /// <summary>One level below a node; null: the top.</summary>
    [Get("/open-apis/wiki/v2/spaces/{spaceId}/nodes?page_size=50")]
    Task<FeishuResponse<WikiPage<WikiNode>>> ListNodesAsync(
        string spaceId, [AliasAs("parent_node_token")][Query] string? parent, [AliasAs("page_token")][Query] string? pageToken, CancellationToken cancellationToken);

    /// <summary>Who is a member of a space: people, chats and departments.</summary>
    [Get("/open-apis/wiki/v2/spaces/{spaceId}/members?page_size=50")]
    Task<FeishuResponse<SpaceMemberPage>> ListMembersAsync(string spaceId, [AliasAs("page_token")][Query] string? pageToken, CancellationToken cancellationToken);

    /// <summary>The token in a wiki's address is the node's, not the document's.</summary>
    [Get("/open-apis/wiki/v2/spaces/get_node")]
    Task<FeishuResponse<NodeFound>> GetNodeAsync([Query] string token, CancellationToken cancellationToken);

    /// <summary>At most 200 documents.</summary>
    [Post("/open-apis/drive/v1/metas/batch_query?user_id_type=open_id")]
    Task<FeishuResponse<MetasFound>> QueryMetasAsync([Body] MetasRequest request, CancellationToken cancellationToken);

    [Get("/open-apis/docx/v1/documents/{documentId}")]
    Task<FeishuResponse<DocumentFound>> GetDocumentAsync(string documentId, CancellationToken cancellationToken);

    /// <summary>The newest revision: reading an earlier one needs the right to edit.</summary>
    [Get("/open-apis/docx/v1/documents/{documentId}/blocks?page_size=500&document_revision_id=-1&user_id_type=open_id")]
    Task<FeishuResponse<DocxBlockPage>> ListBlocksAsync(string documentId, [AliasAs("page_token")][Query] string? pageToken, CancellationToken cancellationToken);

    /// <summary>A block with everything below it.</summary>
    [Get("/open-apis/docx/v1/documents/{documentId}/blocks/{blockId}/children?with_descendants=true&page_size=500&document_revision_id=-1&user_id_type=open_id")]
    Task<FeishuResponse<DocxBlockPage>> ListDescendantsAsync(
        string documentId, string blockId, [AliasAs("page_token")][Query] string? pageToken, CancellationToken cancellationToken);

    [Get("/open-apis/sheets/v2/spreadsheets/{spreadsheet}/values/{sheet}?valueRenderOption=ToString&dateTimeRenderOption=FormattedString")]
    Task<FeishuResponse<SheetValues>> GetSheetAsync(string spreadsheet, string sheet, CancellationToken cancellationToken);

    /// <summary>Only its owner or manager may; whoever may not goes by polling.</summary>
    [Post("/open-apis/drive/v1/files/{fileToken}/subscribe?file_type=docx")]
    Task<FeishuResponse> SubscribeAsync(string fileToken, CancellationToken cancellationToken);

    /// <param name="type"><c>wiki</c> with a node's token, or <c>docx</c> with the document's.</param>
    /// <param name="scope">Of a wiki's node: <c>container</c> for it and those below, <c>single_page</c> for it alone.</param>
    [Get("/open-apis/drive/v1/permissions/{token}/members?fields=*")]
    Task<FeishuResponse<WikiPage<Collaborator>>> ListCollaboratorsAsync(
        string token, [AliasAs("type")][Query] string type, [AliasAs("perm_type")][Query] string? scope, CancellationToken cancellationToken);

    [Get("/open-apis/drive/v2/permissions/{token}/public")]
    Task<FeishuResponse<PublicSettingFound>> GetPublicSettingAsync(string token, [AliasAs("type")][Query] string type, CancellationToken cancellationToken);

    [Get("/open-apis/contact/v3/users/{openId}?user_id_type=open_id")]
    Task<FeishuResponse<PersonFound>> GetPersonAsync(string openId, CancellationToken cancellationToken);
}
