namespace Wenlu.Benchmarks;

/// <summary>Where things are: the program runs from its build output, inside the repository.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>The service as it was built beside this program, in the same configuration.</summary>
    public static string BuiltBot { get; } = Path.Combine(
        AppContext.BaseDirectory.Replace(Path.Combine("tests", "Benchmarks"), Path.Combine("src", "BotHost"), StringComparison.Ordinal), "BotHost.dll");

    private static string FindRoot(string directory) =>
        File.Exists(Path.Combine(directory, "Bot.sln")) ? directory : FindRoot(Path.GetDirectoryName(directory)!);
}
