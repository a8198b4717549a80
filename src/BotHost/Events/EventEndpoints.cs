using System.Diagnostics;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Operations;

namespace Wenlu.BotHost.Events;

/// <summary>
/// Where the platform delivers by webhook. Both addresses take both kinds, since the console has one setting for each; with the
/// long connection there are no such addresses, for nobody who posts to them could be asked for a secret.
/// </summary>
internal static partial class EventEndpoints
{
    public static void AddEvents(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptionsWithValidateOnStart<FeishuOptions, ValidateFeishuOptions>().BindConfiguration(FeishuOptions.Section);
        builder.Services.AddSingleton<EventOpener>().AddSingleton<EventReceiver>().AddSingleton<EventDispatcher>();
        builder.Services.AddSingleton<IEntryHandler, EventRouter>();
        // Asked for at the first message only: a URL verification needs no store.
        builder.Services.AddSingleton<AcceptEntry>(services => entry => services.GetRequiredService<EventInbox>().AcceptAsync(entry));
    }

    public static void MapEvents(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/feishu/events", ReceiveAsync).ExcludeFromDescription();
        routes.MapPost("/feishu/callbacks", ReceiveAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ReceiveAsync(
        HttpRequest request, EventOpener opener, EventDispatcher dispatcher, IOptions<FeishuOptions> options, ILoggerFactory loggers,
        CancellationToken cancellationToken)
    {
        if (!options.Value.TakesWebhooks)
            return TypedResults.NotFound();
        using var activity = BotTelemetry.Activities.StartActivity(BotTelemetry.Spans.ReceiveEvent, ActivityKind.Consumer);
        var incoming = await ReadAsync(request, opener, cancellationToken);
        if (incoming is Incoming.Rejected { Rejection: var rejection })
            ReportRejection(rejection, request, loggers);
        return Result(await dispatcher.DispatchAsync(incoming, cancellationToken));
    }

    private static async Task<Incoming> ReadAsync(HttpRequest request, EventOpener opener, CancellationToken cancellationToken)
    {
        using var body = new BoundedBody();
        return await body.ReadAsync(request, cancellationToken) is { } rejection
            ? new Incoming.Rejected(rejection)
            : opener.Open(SignatureHeaders.From(request.Headers), body.Bytes);
    }

    private static IResult Result(EventAnswer answer) => answer switch
    {
        EventAnswer.Acknowledged => Acknowledged,
        EventAnswer.Told told => TypedResults.Bytes(told.Json, "application/json; charset=utf-8"),
        EventAnswer.SendAgain => TypedResults.Problem(statusCode: StatusCodes.Status503ServiceUnavailable),
        EventAnswer.Rejected rejected => TypedResults.Problem(statusCode: rejected.Rejection.Status()),
        _ => throw new UnreachableException(),
    };

    private static IResult Acknowledged { get; } = TypedResults.Bytes("{}"u8.ToArray(), "application/json");

    private static void ReportRejection(Rejection rejection, HttpRequest request, ILoggerFactory loggers)
    {
        var logger = loggers.CreateLogger(typeof(EventEndpoints));
        var sender = request.HttpContext.Connection.RemoteIpAddress;
        Log.Rejected(logger, request.Path, sender, request.ContentLength, rejection, rejection.Explain());
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Rejected a request to {Path} from {Sender} of {Length} bytes ({Rejection}): {Reason}.")]
        public static partial void Rejected(
            ILogger logger, string path, System.Net.IPAddress? sender, long? length, Rejection rejection, string reason);
    }
}
