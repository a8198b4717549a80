using System.Diagnostics;
using System.Text.Json;
using Wenlu.BotHost.Tests.Fixtures;

namespace Wenlu.BotHost.Tests.Site;

/// <summary>The W3C's checker, https://validator.github.io/validator: installed by tests/run.sh, and without it there is nothing to pass.</summary>
internal static class NuHtmlChecker
{
    private static readonly string Jar = Path.Combine(Root(AppContext.BaseDirectory), "tests", "Markup", "node_modules", "vnu-jar", "build", "dist", "vnu.jar");

    /// <summary>The framework's renderer writes the slash, and quotes around every value with it: the checker's fear cannot come true.</summary>
    private const string Slash = "Trailing slash on void elements has no effect";

    /// <summary>What it has to say about pages, by name; one run for all of them, since it takes a second to start.</summary>
    public static async Task<IReadOnlyList<string>> ComplaintsAsync(IReadOnlyDictionary<string, string> pages)
    {
        File.Exists(Jar).ShouldBeTrue($"{Jar} is missing: bash tests/run.sh installs it.");
        using var folder = new TempFolder();
        var names = pages.Keys.ToList();
        foreach (var (number, name) in names.Index())
            await File.WriteAllTextAsync(folder[$"{number}.html"], pages[name]);
        using var checker = Process.Start(new ProcessStartInfo("java", ["-jar", Jar, "--format", "json", "--stdout", "--exit-zero-always", "--no-langdetect", folder.Path])
        {
            RedirectStandardOutput = true,
        })!;
        var said = await checker.StandardOutput.ReadToEndAsync();
        await checker.WaitForExitAsync();
        checker.ExitCode.ShouldBe(0, said);
        return [.. JsonElement.Parse(said).GetProperty("messages").EnumerateArray()
            .Where(message => !message.GetProperty("message").GetString()!.StartsWith(Slash, StringComparison.Ordinal)).Select(message => Line(message, names))];
    }

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "Bot.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);

    private static string Line(JsonElement message, List<string> names)
    {
        var file = Path.GetFileNameWithoutExtension(message.GetProperty("url").GetString()!);
        var extract = message.TryGetProperty("extract", out var near) ? near.GetString() : string.Empty;
        return $"{names[int.Parse(file, System.Globalization.CultureInfo.InvariantCulture)]}: {message.GetProperty("message").GetString()} {extract}";
    }
}
