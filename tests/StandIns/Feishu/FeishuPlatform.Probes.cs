using System.Text.Json.Nodes;

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

    private bool IsProbe(Call call) => ExpectsProbes && (call.RawBody == "{}" || call.Path.Contains(NoMessage, StringComparison.Ordinal));

    private void WatchEffect(Call call, Needs needs)
    {
        if (ExpectsProbes && needs != Needs.Nothing && call.Method != "GET") findings.Add($"a probe had an effect: {call.Method} {call.Path}");
    }

    private JsonObject ListNodes(Call call) => WikiSpaces.Contains(call.Route("space_id"))
        ? new JsonObject { ["items"] = new JsonArray(), ["has_more"] = false }
        : Wiki.ListNodes(call);
}
