using Wenlu.BotHost.Conversations.Commands;
using Wenlu.BotHost.Conversations.Limits;
using Wenlu.BotHost.Conversations.Receipts;
using Wenlu.BotHost.Events;

namespace Wenlu.BotHost.Conversations;

internal static class ConversationRegistration
{
    public static void AddConversations(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptionsWithValidateOnStart<ConversationOptions, ValidateConversationOptions>().BindConfiguration(ConversationOptions.Section);
        builder.Services.AddSingleton<ConversationStore>().AddSingleton<ConversationHistory>().AddSingleton<ConversationAnswerer>();
        builder.Services.AddSingleton<StandingAnswers>();
        builder.Services.AddSingleton<Quotes>().AddSingleton<MessagePictures>().AddSingleton<QuestionComposer>().AddSingleton<Overhearing>();
        builder.Services.AddSingleton<Readers>().AddSingleton<Apologies>().AddSingleton<IEventHandler, QuestionHandler>();
        builder.Services.AddSingleton<Replies>().AddSingleton<ClickedOrigins>().AddSingleton<IEventHandler, ClickedQuestionHandler>();
        builder.Services.AddSingleton<Reception>().AddSingleton<CommandRunner>().AddSingleton<RateLimits>().AddSingleton<DirectChats>().AddSingleton<Tongue>();
        builder.Services.AddSingleton<IEventObserver, Departures>();
        builder.AddReceipts();
    }
}
