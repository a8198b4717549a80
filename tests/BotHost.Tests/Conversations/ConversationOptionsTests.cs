using Wenlu.BotHost.Conversations;

namespace Wenlu.BotHost.Tests.Conversations;

public sealed class ConversationOptionsTests
{
    [Theory]
    [InlineData(100)]
    [InlineData(2_000)]
    [InlineData(32_000)]
    public void A_right_budget_is_taken(int tokens) => Failure(tokens).ShouldBeNull();

    [Theory]
    [InlineData(99)]
    [InlineData(-1)]
    [InlineData(32_001)]
    public void A_wrong_budget_is_named(int tokens) => Failure(tokens).ShouldNotBeNull().ShouldContain("Conversation:TokenBudget");

    [Fact]
    public void Every_wrong_setting_is_named_at_once()
    {
        var failure = new ValidateConversationOptions().Validate(null, new() { Lifetime = TimeSpan.Zero, TokenBudget = 0 }).FailureMessage;

        failure.ShouldNotBeNull().ShouldContain("Conversation:Lifetime");
        failure.ShouldContain("Conversation:TokenBudget");
    }

    [Fact]
    public void A_limit_of_questions_is_none_or_a_number_that_can_be_meant()
    {
        new ValidateConversationOptions().Validate(null, new() { PerPersonPerMinute = 0, PerChatPerMinute = 20 }).Succeeded.ShouldBeTrue();
        var failure = new ValidateConversationOptions().Validate(null, new() { PerPersonPerMinute = -1, PerChatPerMinute = 10_001 }).FailureMessage;

        failure.ShouldNotBeNull().ShouldContain("Conversation:PerPersonPerMinute");
        failure.ShouldContain("Conversation:PerChatPerMinute");
    }

    private static string? Failure(int tokens) => new ValidateConversationOptions().Validate(null, new() { TokenBudget = tokens }).FailureMessage;
}
