using System.Text.Json.Serialization;

namespace Wenlu.BotHost.Desk;

/// <summary>One editor on one device.</summary>
/// <param name="Id">Names the session on a page; not what the browser proves it with.</param>
/// <param name="Editor">What colleagues call them, and what every change of theirs is signed with.</param>
/// <param name="Account">How they are let in: <c>key:</c> and the editor's name, or <c>feishu:</c> and the open_id.</param>
/// <param name="FormToken">In every form of this session, so that no other page can post in its name.</param>
public sealed record DeskSession(string Id, string Editor, string Account, string FormToken, DateTimeOffset StartedAt, DateTimeOffset EndsAt)
{
    /// <summary>Of a Feishu account, which an allow list may name instead of the open_id.</summary>
    public string? UserId { get; init; }

    /// <summary>What the browser says it is.</summary>
    public string Device { get; init; } = string.Empty;
}

[JsonSerializable(typeof(DeskSession))]
[JsonSerializable(typeof(SignInAttempt))]
internal sealed partial class DeskJson : JsonSerializerContext;
