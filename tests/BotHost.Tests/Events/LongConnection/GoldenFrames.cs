using System.Runtime.CompilerServices;
using System.Text.Json;
using Wenlu.BotHost.Events.LongConnection.Wire;

namespace Wenlu.BotHost.Tests.Events.LongConnection;

/// <summary>Frames as the platform's own library writes them: frames.json beside this file.</summary>
internal static class GoldenFrames
{
    private static readonly Dictionary<string, string> Hex = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(Folder(), "frames.json")))!;

    public static IEnumerable<string> Names => Hex.Keys;

    public static byte[] Bytes(string name) => Convert.FromHexString(Hex[name]);

    public static Frame Read(string name) => Frame.Parser.ParseFrom(Bytes(name));

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
