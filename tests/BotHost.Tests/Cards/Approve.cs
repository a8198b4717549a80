using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Wenlu.BotHost.Tests.Cards;

/// <summary>
/// Compares with the approved file beside the test. What differs is left there as *.received.json: whoever finds it right
/// renames it to *.approved.json.
/// </summary>
internal static class Approve
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static void Json(string json, string name, [CallerFilePath] string test = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(test)!, name);
        var received = JsonNode.Parse(json)!.ToJsonString(Readable) + "\n";
        var approved = File.Exists($"{stem}.approved.json") ? File.ReadAllText($"{stem}.approved.json").ReplaceLineEndings("\n") : "";
        if (received != approved)
            File.WriteAllText($"{stem}.received.json", received);
        else
            File.Delete($"{stem}.received.json");
        received.SequenceEqual(approved).ShouldBeTrue($"{stem}.received.json differs from what was approved");
    }
}
