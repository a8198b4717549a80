using Microsoft.Extensions.Options;
using Wenlu.BotHost.Answers;

namespace Wenlu.BotHost.Conversations;

internal sealed class ConversationOptions
{
    public const string Section = "Conversation";

    /// <summary>How long a context lives after its last turn: over lunch, not overnight.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(2);

    /// <summary>How much of what was said a model is shown with the next question; every token of it is paid for again.</summary>
    public int TokenBudget { get; set; } = HistoryBudget.Default;
}

internal sealed class ValidateConversationOptions : IValidateOptions<ConversationOptions>
{
    public ValidateOptionsResult Validate(string? name, ConversationOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(ConversationOptions options)
    {
        if (options.Lifetime < TimeSpan.FromSeconds(1) || options.Lifetime > TimeSpan.FromDays(30))
            yield return "Conversation:Lifetime must be between 00:00:01 and 30.00:00:00. / Conversation:Lifetime 应在 1 秒到 30 天之间。";
        if (options.TokenBudget is < 100 or > 32_000)
            yield return "Conversation:TokenBudget must be between 100 and 32000. / Conversation:TokenBudget 应在 100 到 32000 之间。";
    }
}
