using Wenlu.BotHost.Events;

namespace Wenlu.BotHost.Cards.Actions;

internal static class CardActionRegistration
{
    public static void AddCardActions(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ICardActionHandler, CardActionDispatcher>();
        builder.Services.AddSingleton<ClickedAnswers>().AddSingleton<ClickedQuestions>().AddSingleton<SeenClicks>().AddSingleton<OfferedQuestions>();
        builder.Services.AddSingleton<ICardButton, FeedbackButton>().AddSingleton<ICardButton, ReasonForm>().AddSingleton<ICardButton, RegenerateButton>();
        builder.Services.AddSingleton<ICardButton, StopButton>().AddSingleton<ICardButton, AskButton>().AddSingleton<ICardButton, NewTopicButton>();
    }
}
