using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu.Wiki;

/// <summary>What the platform tells of a document that the app has subscribed to.</summary>
public static class ADriveEvent
{
    public static JsonObject Edited(FeishuPlatformOptions app, WikiDocument document) => Of(app, "drive.file.edit_v1", document, new JsonObject
    {
        ["operator_id_list"] = new JsonArray(Ids(AMessage.SomeUser)),
        ["subscriber_id_list"] = new JsonArray(Ids(AMessage.SomeUser)),
    });

    public static JsonObject Renamed(FeishuPlatformOptions app, WikiDocument document) => ByOwner(app, "drive.file.title_updated_v1", document, []);

    public static JsonObject Trashed(FeishuPlatformOptions app, WikiDocument document) => ByOwner(app, "drive.file.trashed_v1", document, []);

    public static JsonObject Deleted(FeishuPlatformOptions app, WikiDocument document) => ByOwner(app, "drive.file.deleted_v1", document, []);

    public static JsonObject MemberAdded(FeishuPlatformOptions app, WikiDocument document, string openId) =>
        ByOwner(app, "drive.file.permission_member_added_v1", document, Members(openId));

    public static JsonObject MemberRemoved(FeishuPlatformOptions app, WikiDocument document, string openId) =>
        ByOwner(app, "drive.file.permission_member_removed_v1", document, Members(openId));

    public static JsonObject Created(FeishuPlatformOptions app, WikiDocument document) => Of(app, "drive.file.created_in_folder_v1", document, new JsonObject
    {
        ["folder_token"] = "FolderTokenFolderToken00001",
        ["operator_id"] = Ids(AMessage.SomeUser),
        ["subscriber_ids"] = new JsonArray(Ids(AMessage.SomeUser)),
    });

    private static JsonObject Members(string openId) => new() { ["user_list"] = new JsonArray(Ids(openId)), ["chat_list"] = new JsonArray() };

    private static JsonObject ByOwner(FeishuPlatformOptions app, string type, WikiDocument document, JsonObject body)
    {
        body["operator_id"] = Ids(AMessage.SomeUser);
        var envelope = Of(app, type, document, body);
        envelope["header"]!["resource_id"] = document.Token;
        envelope["header"]!["user_list"] = new JsonArray(new JsonObject { ["union_id"] = "on_000000000000000000000000000000ad" });
        return envelope;
    }

    private static JsonObject Of(FeishuPlatformOptions app, string type, WikiDocument document, JsonObject body)
    {
        body["file_token"] = document.Token;
        body["file_type"] = document.Type;
        return Envelope.Version2(app, type, Guid.NewGuid().ToString("N"), $"{app.Time.GetUtcNow().ToUnixTimeMilliseconds()}", body);
    }

    private static JsonObject Ids(string openId) => new() { ["union_id"] = $"on_{openId[3..]}", ["user_id"] = "", ["open_id"] = openId };
}
