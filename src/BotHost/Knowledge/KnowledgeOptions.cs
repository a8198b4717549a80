using Microsoft.Extensions.Options;

namespace Wenlu.BotHost.Knowledge;

internal sealed class KnowledgeOptions
{
    public const string Section = "Knowledge";
    public const string DefaultSeed = "seeds";

    /// <summary>Editors by name with their keys; with none the editing API is closed.</summary>
    public Dictionary<string, string> Editors { get; init; } = [];

    /// <summary>The audience of a pushed document that names none. Colleagues, not the world: publishing is a decision.</summary>
    public string DefaultAudience { get; init; } = AccessLabels.Tenant;

    /// <summary>The folder loaded into an empty store; empty for none.</summary>
    public string Seed { get; init; } = DefaultSeed;

    /// <summary>
    /// From which age on an answer says how old the document is that it rests on. None: of many documents nobody knows whether they
    /// have to change, and a warning under every second answer is read by nobody. A year suits rules and prices.
    /// </summary>
    public TimeSpan? StaleAfter { get; init; }

    /// <summary>How many deletions the feed of changes remembers; a replica that was away for more builds its index again.</summary>
    public int Deletions { get; init; } = 50_000;

    /// <summary>How long it remembers them.</summary>
    public TimeSpan DeletionsFor { get; init; } = TimeSpan.FromDays(30);
}

internal sealed class ValidateKnowledgeOptions : IValidateOptions<KnowledgeOptions>
{
    private const int MinKeyLength = 16;

    public ValidateOptionsResult Validate(string? name, KnowledgeOptions options)
    {
        string[] failures = [.. EditorFailures(options.Editors), .. AudienceFailures(options.DefaultAudience), .. AgeFailures(options.StaleAfter), .. FeedFailures(options)];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> EditorFailures(Dictionary<string, string> editors)
    {
        foreach (var (editor, key) in editors)
            if (KeyFailure(key, editors.FirstOrDefault(other => other.Key != editor && other.Value == key).Key) is { } failure)
                yield return $"Knowledge:Editors:{editor} {failure}";
    }

    private static string? KeyFailure(string? key, string? twin) => key switch
    {
        null or { Length: < MinKeyLength } => $"must be a key of at least {MinKeyLength} characters, for example the output of 'openssl rand -hex 24'.",
        _ when key.Any(character => character is <= ' ' or > '~') =>
            "must be printable ASCII without spaces, since it travels in an HTTP header.",
        _ when twin is not null => $"has the same key as Knowledge:Editors:{twin}; every editor needs a key of their own.",
        _ => null,
    };

    private static IEnumerable<string> AgeFailures(TimeSpan? age)
    {
        if (age < TimeSpan.FromDays(1))
            yield return "Knowledge:StaleAfter must be a day or more, such as 365.00:00:00, or be left out. / Knowledge:StaleAfter 应为一天以上，例如 365.00:00:00；也可以不设置。";
    }

    private static IEnumerable<string> FeedFailures(KnowledgeOptions options)
    {
        if (options.Deletions < 1)
            yield return $"Knowledge:Deletions must be at least 1, not {options.Deletions}.";
        if (options.DeletionsFor < TimeSpan.FromMinutes(1) || options.DeletionsFor > TimeSpan.FromDays(3650))
            yield return $"Knowledge:DeletionsFor must be between 00:01:00 and 3650.00:00:00, not {options.DeletionsFor}.";
    }

    private static IEnumerable<string> AudienceFailures(string? audience)
    {
        if (Audience.Named(audience) is null)
            yield return $"Knowledge:DefaultAudience must be '{AccessLabels.Everyone}' or '{AccessLabels.Tenant}', not '{audience}'.";
    }
}
