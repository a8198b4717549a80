using Microsoft.Extensions.Options;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Attachments;
using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Cards.Actions;
using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Desk;
using Wenlu.BotHost.Events;
using Wenlu.BotHost.Events.LongConnection;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Gaps;
using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Interruptions;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Llm;
using Wenlu.BotHost.Messages;
using Wenlu.BotHost.Numbers;
using Wenlu.BotHost.Operations;
using Wenlu.BotHost.Publication;
using Wenlu.BotHost.Rerank;
using Wenlu.BotHost.Site;
using Wenlu.BotHost.Storage;
using Wenlu.BotHost.Welcome;
using Wenlu.BotHost.Wiki;

namespace Wenlu.BotHost;

/// <summary>The service, one line per feature in the order of the data's way: the table of contents of this project.</summary>
internal static partial class Service
{
    /// <param name="args">Settings, as the host writes them.</param>
    /// <param name="adjust">What somebody who does not want to serve needs besides, or does without.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.AddOperations();
        builder.AddStorage();
        builder.AddLlm();
        builder.AddRerank();
        builder.AddKnowledge();
        builder.AddFeishu();
        builder.AddEvents();
        builder.AddWiki();
        builder.AddMessages();
        builder.AddAttachments();
        builder.AddInterruptions();
        builder.AddConversations();
        builder.AddWelcome();
        builder.AddAnswers();
        builder.AddOfficialAnswers();
        builder.AddCards();
        builder.AddCardActions();
        builder.AddPublication();
        builder.AddGaps();
        builder.AddNumbers();
        builder.AddSite();
        builder.AddDesk();
        builder.AddInbox();
        builder.AddLongConnection();
        builder.Services.AddProblemDetails();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseSite();
        app.MapEvents();
        app.MapKnowledge();
        app.MapWiki();
        app.MapGaps();
        app.MapAsk();
        app.MapPublication();
        app.MapSite();
        app.MapDesk();
        app.MapOpenApi();
        app.MapOperations();
        return app;
    }

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Build(args);
            // First of all: the host would make its services, and with them open the store, before it asks whether the settings are right.
            ServiceAddress.Validate(app.Configuration);
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            await StartAsync(app);
            _ = SayWhenReadyAsync(app);
            await app.WaitForShutdownAsync();
            return Environment.ExitCode;
        }
        catch (Exception exception) when (Join(Sentences(exception)) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
    }

    /// <summary>What had started when the rest could not, as on a port in use, ends in order and hands back what it had claimed.</summary>
    private static async Task StartAsync(WebApplication app)
    {
        // Made before anything starts: the host cannot stop services that it has not made.
        app.Services.GetServices<IHostedService>();
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.StopAsync();
            throw;
        }
    }

    private static async Task SayWhenReadyAsync(WebApplication app)
    {
        await app.Services.GetRequiredService<KnowledgeIndex>().FirstCatchUp.WaitAsync(app.Lifetime.ApplicationStopping);
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Service));
        Log.Ready(logger, string.Join(", ", app.Urls));
    }

    /// <summary>What stops a start is said in sentences: a wrong setting, a folder in use, a disk that is full. None: a defect.</summary>
    public static IEnumerable<string> Sentences(Exception exception) => exception switch
    {
        StartupException startup => [startup.Message],
        OptionsValidationException options => options.Failures,
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } binding => [UnreadableSetting.Explain(binding.Message)],
        InvalidOperationException { Source: "Microsoft.Extensions.Logging.Configuration" } levels => [$"Logging:LogLevel: {levels.Message}"],
        _ when ServiceAddress.Explain(exception) is { } sentence => [sentence.ToString()],
        AggregateException aggregate => aggregate.InnerExceptions.SelectMany(Sentences),
        { InnerException: { } inner } => Sentences(inner),
        _ => [],
    };

    private static string? Join(IEnumerable<string> sentences) =>
        string.Join(Environment.NewLine, sentences) is { Length: > 0 } text ? text : null;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Ready. Ask at {Urls} / 已就绪，打开 {Urls} 提问")]
        public static partial void Ready(ILogger logger, string urls);
    }
}
