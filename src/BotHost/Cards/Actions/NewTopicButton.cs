using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Events;

namespace Wenlu.BotHost.Cards.Actions;

/// <summary>The asker wants the conversation forgotten; once, or a late click would forget the topic that came after.</summary>
internal sealed class NewTopicButton(ClickedAnswers answers, ConversationStore conversations, AnswerMarks marks) : ICardButton
{
    public string Action => CardActions.NewTopic;

    public Task<CardActionReply> PressAsync(CardAction click, CardActionValue value, CancellationToken cancellationToken) =>
        answers.PressAsync(click, value, (given, asked) => BeginAsync(click, given, asked));

    private async Task<Effect> BeginAsync(CardAction click, GivenAnswer given, Asked asked)
    {
        if (click.OperatorOpenId != asked.AskerOpenId)
            return Effect.Refused(ActionTexts.OnlyTheAsker);
        if ((await marks.StateAsync(given)).IsNewTopic)
            return Effect.Refused(ActionTexts.AlreadyDone);
        await conversations.ForgetAsync(asked.Conversation);
        await marks.NewTopicAsync(given.Id);
        return Effect.Done(ActionTexts.NewTopic);
    }
}
