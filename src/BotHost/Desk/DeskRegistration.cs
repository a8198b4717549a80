using Wenlu.BotHost.Audit;
using Wenlu.BotHost.Desk.Documents;
using Wenlu.BotHost.Desk.Feedback;
using Wenlu.BotHost.Desk.Numbers;
using Wenlu.BotHost.Desk.Overview;
using Wenlu.BotHost.Desk.Published;
using Wenlu.BotHost.Desk.Questions;
using Wenlu.BotHost.Desk.Writing;
using Wenlu.BotHost.Events;
using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Desk;

internal static class DeskRegistration
{
    public static void AddDesk(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptionsWithValidateOnStart<DeskOptions, ValidateDeskOptions>().BindConfiguration(DeskOptions.Section);
        builder.Services.AddSingleton<AuditLog>().AddSingleton<NumbersReader>().AddSingleton<CarefulCounts>().AddSingleton<OverviewReader>();
        builder.Services.AddSingleton<AnswerPreviews>().AddSingleton<WaitingList>().AddSingleton<MergeTargets>().AddSingleton<GapPages>().AddSingleton<GapAnswering>();
        builder.Services.AddSingleton<PublishedList>().AddSingleton<PublishedPages>().AddSingleton<FeedbackList>();
        builder.Services.AddSingleton<DeskSessions>().AddSingleton<DeskAccounts>().AddSingleton<SignInAttempts>().AddSingleton<FeishuSignIn>();
        builder.Services.AddDocumentDesk();
        builder.Services.AddSingleton<HomeTenant>().AddSingleton<IEventObserver>(services => services.GetRequiredService<HomeTenant>());
        builder.Services.AddFeishuUserApi<IFeishuAccountApi>(AccountJson.Default.Options);
    }
}
