namespace Wenlu.BotHost.Cards;

internal static class CardRegistration
{
    public static void AddCards(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptionsWithValidateOnStart<CardOptions, ValidateCardOptions>().BindConfiguration(CardOptions.Section);
        builder.Services.AddSingleton<AnswerStore>().AddSingleton<CardKitScope>().AddSingleton<CardOpener>().AddSingleton<CardFinisher>().AddSingleton<CardWriter>().AddSingleton<Messenger>();
        builder.Services.AddSingleton<AnswerMarks>().AddSingleton<VotedAnswers>().AddSingleton<AnswerSources>().AddSingleton<RunningAnswers>();
    }
}
