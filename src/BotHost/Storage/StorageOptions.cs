using Microsoft.Extensions.Options;

namespace Wenlu.BotHost.Storage;

internal sealed class StorageOptions
{
    public const string Section = "Storage";

    public const string ConnectionStringName = "Redis";

    /// <summary>Holds the embedded store and the local index; one process at a time.</summary>
    public string Directory { get; set; } = "data";

    /// <summary>The embedded store stops answering on a full disk, so writes are refused while there is still room to finish what has begun.</summary>
    public int MinimumFreeMegabytes { get; set; } = 128;

    /// <summary>The embedded store's log is rewritten when it has grown to this: about a second of replay at the next start.</summary>
    public int RewriteMegabytes { get; set; } = 64;

    /// <summary>Loading a healthy folder takes seconds; the store is known to hang on some damaged ones.</summary>
    public TimeSpan RecoveryTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary><c>ConnectionStrings:Redis</c>; empty means the embedded store.</summary>
    public string ConnectionString { get; set; } = "";

    public bool IsEmbedded => string.IsNullOrWhiteSpace(ConnectionString);
}

internal sealed class ValidateStorageOptions : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        var failures = Failures(options).Select(sentence => sentence.ToString()).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<Bilingual> Failures(StorageOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Directory) || options.Directory.Contains('\0'))
            yield return StorageTexts.DirectoryMissing;
        if (options.MinimumFreeMegabytes is < 16 or > 1_048_576)
            yield return StorageTexts.OutOfRange("Storage:MinimumFreeMegabytes", "16", "1048576");
        if (options.RewriteMegabytes is < 1 or > 4096)
            yield return StorageTexts.OutOfRange("Storage:RewriteMegabytes", "1", "4096");
        if (options.RecoveryTimeout < TimeSpan.FromSeconds(1) || options.RecoveryTimeout > TimeSpan.FromHours(1))
            yield return StorageTexts.OutOfRange("Storage:RecoveryTimeout", "00:00:01", "01:00:00");
        if (!options.IsEmbedded && StoreConnection.Problem(options.ConnectionString) is { } problem)
            yield return problem;
    }
}
