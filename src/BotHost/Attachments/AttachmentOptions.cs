using Microsoft.Extensions.Options;

namespace Wenlu.BotHost.Attachments;

/// <summary>How much of a file is read that somebody sends into a conversation.</summary>
internal sealed class AttachmentOptions
{
    public const string Section = "Attachments";

    public const int MostMegabytes = 100;

    /// <summary>The platform gives out up to 100 MB; a document of words is far smaller.</summary>
    public int MaxMegabytes { get; set; } = 20;

    public int MaxPages { get; set; } = 300;

    /// <summary>About 100 pages. What is longer is read from its beginning; it belongs into the knowledge base.</summary>
    public int MaxCharacters { get; set; } = 200_000;

    /// <summary>For reading one file: damaged ones can keep a parser busy for ever.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    public long MaxBytes => MaxMegabytes * (1L << 20);
}

internal sealed class ValidateAttachmentOptions : IValidateOptions<AttachmentOptions>
{
    public ValidateOptionsResult Validate(string? name, AttachmentOptions options)
    {
        var failures = Failures(options).Select(sentence => sentence.ToString()).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<Bilingual> Failures(AttachmentOptions options)
    {
        if (options.MaxMegabytes is < 1 or > AttachmentOptions.MostMegabytes)
            yield return AttachmentTexts.OutOfRange("Attachments:MaxMegabytes", "1", "100");
        if (options.MaxPages is < 1 or > 10_000)
            yield return AttachmentTexts.OutOfRange("Attachments:MaxPages", "1", "10000");
        if (options.MaxCharacters is < 1_000 or > 2_000_000)
            yield return AttachmentTexts.OutOfRange("Attachments:MaxCharacters", "1000", "2000000");
        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromMinutes(5))
            yield return AttachmentTexts.OutOfRange("Attachments:Timeout", "00:00:01", "00:05:00");
    }
}
