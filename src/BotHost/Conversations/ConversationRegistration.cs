using Wenlu.BotHost.Events;

namespace Wenlu.BotHost.Conversations;

internal static class ConversationRegistration
{
    public static void AddConversations(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptionsWithValidateOnStart<ConversationOptions, ValidateConversationOptions>().BindConfiguration(ConversationOptions.Section);
        builder.Services.AddSingleton<ConversationStore>().AddSingleton<ConversationHistory>().AddSingleton<ConversationAnswerer>();
        builder.Services.AddSingleton<Readers>().AddSingleton<Apologies>().AddSingleton<IEventHandler, QuestionHandler>();
        builder.Services.AddSingleton<Replies>().AddSingleton<IEventHandler, ClickedQuestionHandler>();
    }
}
