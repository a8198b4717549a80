using Microsoft.Extensions.Options;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Wiki;

/// <summary>What of Feishu's wiki and documents is mirrored, how often, and for whom.</summary>
internal sealed class WikiOptions
{
    public const string Section = "Feishu:Wiki";
    public const string Nobody = "none";

    /// <summary>Ids of spaces, or the address of a space or of any page in it.</summary>
    public IReadOnlyList<string> Spaces { get; set; } = [];

    /// <summary>Single documents, by address or token.</summary>
    public IReadOnlyList<string> Documents { get; set; } = [];

    /// <summary>How often everything is listed and compared: without events, an edit is answered from within this time.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often each document is asked who may read it: the platform allows a hundred such questions a minute.</summary>
    public TimeSpan PermissionInterval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long after an edit a document is read: who types makes many edits.</summary>
    public TimeSpan Debounce { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>For documents whose permissions the platform does not tell. Closed unless somebody decides otherwise.</summary>
    public string DefaultAudience { get; set; } = Nobody;

    /// <summary>As <see cref="DefaultAudience"/>, by the id of a space.</summary>
    public Dictionary<string, string> DefaultAudiences { get; set; } = [];

    /// <summary>
    /// Whether the members of a private space are asked for, who may read what inherits from it. The call needs a scope of its own
    /// (wiki:member:retrieve); without it a page is for those it is shared with itself.
    /// </summary>
    public bool ReadMembers { get; set; }

    /// <summary>Whether what anybody on the internet may read there may be read by anybody here.</summary>
    public bool AllowEveryone { get; set; }

    public bool IsTenantByDefault(string? space) =>
        (space is not null && DefaultAudiences.TryGetValue(space, out var own) ? own : DefaultAudience) == AccessLabels.Tenant;
}

internal sealed class ValidateWikiOptions : IValidateOptions<WikiOptions>
{
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);

    public ValidateOptionsResult Validate(string? name, WikiOptions options)
    {
        var failures = Failures(options).Select(sentence => sentence.ToString()).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<Bilingual> Failures(WikiOptions options)
    {
        foreach (var entry in options.Spaces.Where(entry => SyncSource.OfSpace(entry) is null))
            yield return WikiTexts.NotASpace(entry);
        foreach (var entry in options.Documents.Where(entry => SyncSource.OfDocument(entry) is null))
            yield return WikiTexts.NotADocument(entry);
        if (options.Interval < ShortestInterval)
            yield return WikiTexts.TooShort("Feishu:Wiki:Interval");
        if (options.PermissionInterval < ShortestInterval)
            yield return WikiTexts.TooShort("Feishu:Wiki:PermissionInterval");
        if (options.Debounce < TimeSpan.Zero)
            yield return WikiTexts.Negative("Feishu:Wiki:Debounce");
        if (!IsAudience(options.DefaultAudience))
            yield return WikiTexts.NotAnAudience("Feishu:Wiki:DefaultAudience", options.DefaultAudience);
        foreach (var (space, audience) in options.DefaultAudiences.Where(entry => !IsAudience(entry.Value)))
            yield return WikiTexts.NotAnAudience($"Feishu:Wiki:DefaultAudiences:{space}", audience);
    }

    private static bool IsAudience(string? audience) => audience is WikiOptions.Nobody or AccessLabels.Tenant;
}
