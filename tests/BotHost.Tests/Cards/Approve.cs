using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Wenlu.BotHost.Tests.Cards;

/// <summary>
/// Compares with the approved file beside the test. What differs is left there as *.received.*: whoever finds it right
/// renames it to *.approved.*.
/// </summary>
internal static class Approve
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static void Json(string json, string name, [CallerFilePath] string test = "") =>
        Compare(JsonNode.Parse(json)!.ToJsonString(Readable) + "\n", Path.Combine(Path.GetDirectoryName(test)!, name), "json");

    public static void Text(string text, string name, [CallerFilePath] string test = "") =>
        Compare(text.ReplaceLineEndings("\n"), Path.Combine(Path.GetDirectoryName(test)!, name), "txt");

    public static void Markdown(string text, string name, [CallerFilePath] string test = "") =>
        Compare(text.ReplaceLineEndings("\n"), Path.Combine(Path.GetDirectoryName(test)!, name), "md");

    private static void Compare(string received, string stem, string extension)
    {
        var approved = File.Exists($"{stem}.approved.{extension}") ? File.ReadAllText($"{stem}.approved.{extension}").ReplaceLineEndings("\n") : "";
        if (received != approved)
            File.WriteAllText($"{stem}.received.{extension}", received);
        else
            File.Delete($"{stem}.received.{extension}");
        received.SequenceEqual(approved).ShouldBeTrue($"{stem}.received.{extension} differs from what was approved");
    }
}
