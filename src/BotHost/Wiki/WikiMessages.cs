using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Wiki.Docx;

namespace Wenlu.BotHost.Wiki;

internal sealed record WikiPage<T>(IReadOnlyList<T>? Items, bool HasMore, string? PageToken);

/// <param name="Visibility"><c>public</c>: everybody of the tenant is a member.</param>
internal sealed record WikiSpace(string SpaceId, string? Name, string? Visibility);

/// <summary>https://open.feishu.cn/document/server-docs/docs/wiki-v2/space-node/list</summary>
/// <param name="NodeType"><c>origin</c> or <c>shortcut</c>, whose document is the original's.</param>
/// <param name="ObjEditTime">Seconds, as text.</param>
internal sealed record WikiNode(
    string SpaceId, string NodeToken, string ObjToken, string ObjType, string? NodeType, bool HasChild, string? Title, string? ObjEditTime, string? Owner);

internal sealed record NodeFound(WikiNode? Node);

internal sealed record SpaceMemberPage(IReadOnlyList<SpaceMember>? Members, bool HasMore, string? PageToken);

internal sealed record SpaceMember(string? MemberType, string? MemberId);

internal sealed record MetasRequest(IReadOnlyList<MetaRequest> RequestDocs)
{
    /// <summary>The address, with the tenant's own host.</summary>
    public bool WithUrl { get; } = true;
}

internal sealed record MetaRequest(string DocToken, string DocType);

internal sealed record MetasFound(IReadOnlyList<DocumentMeta>? Metas, IReadOnlyList<FailedMeta>? FailedList);

/// <param name="LatestModifyTime">Seconds, as text.</param>
internal sealed record DocumentMeta(string DocToken, string? Title, string? OwnerId, string? LatestModifyTime, string? Url);

internal sealed record FailedMeta(string Token, int Code);

internal sealed record DocumentFound(DocumentInfo? Document);

internal sealed record DocumentInfo(long RevisionId, string? Title);

internal sealed record SheetValues([property: JsonPropertyName("valueRange")] SheetRange? Range);

internal sealed record SheetRange(IReadOnlyList<IReadOnlyList<JsonElement>>? Values);

/// <summary>Somebody, or a group of people, that a document is shared with.</summary>
/// <param name="MemberType"><c>openid</c>, <c>openchat</c>, <c>wikispaceid</c>, <c>opendepartmentid</c>, <c>groupid</c> …</param>
internal sealed record Collaborator(string? MemberType, string? MemberId);

internal sealed record PublicSettingFound(PublicSetting? PermissionPublic);

/// <param name="LinkShareEntity">Who may read with the link alone.</param>
/// <param name="LockSwitch">The page no longer inherits who may read it.</param>
internal sealed record PublicSetting(string? LinkShareEntity, bool LockSwitch);

internal sealed record PersonFound(Person? User);

internal sealed record Person(string? Name);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(FeishuResponse))]
[JsonSerializable(typeof(FeishuResponse<WikiPage<WikiSpace>>))]
[JsonSerializable(typeof(FeishuResponse<WikiPage<WikiNode>>))]
[JsonSerializable(typeof(FeishuResponse<SpaceMemberPage>))]
[JsonSerializable(typeof(FeishuResponse<NodeFound>))]
[JsonSerializable(typeof(FeishuResponse<MetasFound>))]
[JsonSerializable(typeof(FeishuResponse<DocumentFound>))]
[JsonSerializable(typeof(FeishuResponse<SheetValues>))]
[JsonSerializable(typeof(FeishuResponse<WikiPage<Collaborator>>))]
[JsonSerializable(typeof(FeishuResponse<PublicSettingFound>))]
[JsonSerializable(typeof(FeishuResponse<PersonFound>))]
[JsonSerializable(typeof(MetasRequest))]
internal sealed partial class WikiJson : JsonSerializerContext;

internal static class WikiWire
{
    /// <summary>With the blocks of documents, which have a context of their own.</summary>
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        TypeInfoResolver = JsonTypeInfoResolver.Combine(WikiJson.Default, DocxJson.Default),
    };
}
