using Wenlu.BotHost.Attachments;

namespace Wenlu.BotHost.Tests.Attachments;

public sealed class AttachmentOptionsTests
{
    [Fact]
    public void What_is_set_by_default_is_right() => Failure(new()).ShouldBeNull();

    [Fact]
    public void Every_wrong_setting_is_named_at_once()
    {
        var failure = Failure(new() { MaxMegabytes = 101, MaxPages = 0, MaxCharacters = 1, Timeout = TimeSpan.Zero }).ShouldNotBeNull();

        foreach (var key in new[] { "MaxMegabytes", "MaxPages", "MaxCharacters", "Timeout" })
            failure.ShouldContain($"Attachments:{key}");
    }

    private static string? Failure(AttachmentOptions options) => new ValidateAttachmentOptions().Validate(null, options).FailureMessage;
}
