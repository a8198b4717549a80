namespace Wenlu.Benchmarks.Children;

/// <summary>The service published as the container image has it, compiled ahead of time where that is possible.</summary>
internal sealed class PublishedBot : IDisposable
{
    private readonly TempFolder folder = new();

    private PublishedBot()
    {
    }

    public string Executable => folder[Path.Combine("app", "BotHost.dll")];

    public static async Task<PublishedBot> CreateAsync()
    {
        Report.Progress("publishing with ReadyToRun");
        var published = new PublishedBot();
        var locks = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "packages.lock.json", SearchOption.AllDirectories)
            .ToDictionary(file => file, File.ReadAllBytes);
        await using var dotnet = Child.Start("dotnet",
            ["publish", "src/BotHost", "-c", "Release", "-p:PublishReadyToRun=true", "--use-current-runtime", "--self-contained", "false",
                "-o", published.folder["app"], "--artifacts-path", published.folder["artifacts"]]);
        await dotnet.OutputAsync();
        // Restoring for one runtime adds it to the lock files.
        foreach (var (file, content) in locks)
            await File.WriteAllBytesAsync(file, content);
        return published;
    }

    public void Dispose() => folder.Dispose();
}
