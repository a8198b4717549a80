using Microsoft.Extensions.Options;

namespace Wenlu.BotHost.Inbox;

internal sealed class InboxOptions
{
    public const string Section = "Inbox";

    /// <summary>Conversations handled at the same time. They wait for the model, not for the processor. 0: this replica only accepts.</summary>
    public int Parallelism { get; set; } = 16;

    /// <summary>How long a dead worker's entry waits for another one; renewed at a third of it.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>With the delays below, about two minutes of trying; then as many tries of telling the asker, if the platform is away.</summary>
    public int MaxAttempts { get; set; } = 8;

    public TimeSpan FirstRetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestRetryDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The platform sends an event again for up to 7.1 hours; what is older than that is nobody's question any more.</summary>
    public TimeSpan Expiry { get; set; } = TimeSpan.FromHours(8);

    /// <summary>How soon an entry that another replica accepted is noticed. Our own wake the worker at once.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMilliseconds(500);
}

internal sealed class ValidateInboxOptions : IValidateOptions<InboxOptions>
{
    public ValidateOptionsResult Validate(string? name, InboxOptions options)
    {
        var failures = Failures(options).Select(sentence => sentence.ToString()).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<Bilingual> Failures(InboxOptions options)
    {
        if (options.Parallelism is < 0 or > 1024)
            yield return InboxTexts.OutOfRange("Inbox:Parallelism", "0", "1024");
        if (options.MaxAttempts is < 1 or > 100)
            yield return InboxTexts.OutOfRange("Inbox:MaxAttempts", "1", "100");
        foreach (var (key, value, shortest, longest) in Durations(options))
        {
            if (value < shortest || value > longest)
                yield return InboxTexts.OutOfRange(key, shortest.ToString(), longest.ToString());
        }
    }

    /// <summary>An entry must not outlive the memory of its id, or the platform could send it a second time unrecognised.</summary>
    private static IEnumerable<(string Key, TimeSpan Value, TimeSpan Shortest, TimeSpan Longest)> Durations(InboxOptions options) =>
    [
        ("Inbox:Lease", options.Lease, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1)),
        ("Inbox:FirstRetryDelay", options.FirstRetryDelay, TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1)),
        ("Inbox:LongestRetryDelay", options.LongestRetryDelay, options.FirstRetryDelay, TimeSpan.FromHours(1)),
        ("Inbox:Expiry", options.Expiry, TimeSpan.FromMinutes(1), TimeSpan.FromHours(23)),
        ("Inbox:PollInterval", options.PollInterval, TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(1)),
    ];
}
