namespace Wenlu.Benchmarks.Children;

/// <summary>The service published as the container image has it, compiled ahead of time where that is possible.</summary>
internal static class PublishedBot
{
    private static readonly Lazy<Task<TempFolder>> Once = new(PublishAsync);

    /// <summary>Published the first time that it is asked for.</summary>
    public static async Task<string> GetAsync() => (await Once.Value)[Path.Combine("app", "BotHost.dll")];

    public static async Task RemoveAsync()
    {
        if (Once.IsValueCreated)
            (await Once.Value).Dispose();
    }

    private static async Task<TempFolder> PublishAsync()
    {
        Report.Progress("publishing with ReadyToRun");
        var folder = new TempFolder();
        // Restoring for one runtime adds it to the lock files.
        var locks = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "packages.lock.json", SearchOption.AllDirectories)
            .ToDictionary(file => file, File.ReadAllBytes);
        try
        {
            await using var dotnet = Child.Start("dotnet",
                ["publish", "src/BotHost", "-c", "Release", "-p:PublishReadyToRun=true", "--use-current-runtime", "--self-contained", "false",
                    "-o", folder["app"], "--artifacts-path", folder["artifacts"]]);
            await dotnet.OutputAsync();
            return folder;
        }
        finally
        {
            foreach (var (file, content) in locks)
                await File.WriteAllBytesAsync(file, content);
        }
    }
}
