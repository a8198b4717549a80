using Microsoft.Extensions.Options;

namespace Wenlu.BotHost.Conversations;

internal sealed class ConversationOptions
{
    public const string Section = "Conversation";

    /// <summary>How long a context lives after its last turn: over lunch, not overnight.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(2);
}

internal sealed class ValidateConversationOptions : IValidateOptions<ConversationOptions>
{
    public ValidateOptionsResult Validate(string? name, ConversationOptions options) =>
        options.Lifetime >= TimeSpan.FromSeconds(1) && options.Lifetime <= TimeSpan.FromDays(30)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                "Conversation:Lifetime must be between 00:00:01 and 30.00:00:00. / Conversation:Lifetime 应在 1 秒到 30 天之间。");
}
