using System.Diagnostics;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Operations;

namespace Wenlu.BotHost.Events;

/// <summary>Where the platform delivers. Both addresses take both kinds, since the console has one setting for each.</summary>
internal static partial class EventEndpoints
{
    public static void AddEvents(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptionsWithValidateOnStart<FeishuOptions, ValidateFeishuOptions>().BindConfiguration(FeishuOptions.Section);
        builder.Services.AddSingleton<EventOpener>().AddSingleton<EventReceiver>().AddSingleton<IEntryHandler, EventRouter>();
        // Asked for at the first message only: a URL verification needs no store.
        builder.Services.AddSingleton<AcceptEntry>(services => entry => services.GetRequiredService<EventInbox>().AcceptAsync(entry));
    }

    public static void MapEvents(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/feishu/events", ReceiveAsync).ExcludeFromDescription();
        routes.MapPost("/feishu/callbacks", ReceiveAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ReceiveAsync(
        HttpRequest request, EventOpener opener, EventReceiver receiver, IOptions<FeishuOptions> options, BotMetrics metrics,
        ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        if (!options.Value.IsEnabled)
            return TypedResults.NotFound();
        using var activity = BotTelemetry.Activities.StartActivity(BotTelemetry.Spans.ReceiveEvent, ActivityKind.Consumer);
        var incoming = await ReadAsync(request, opener, cancellationToken);
        if (incoming is Incoming.Rejected { Rejection: var rejection })
            ReportRejection(rejection, request, metrics, loggers);
        return await AnswerAsync(incoming, receiver, cancellationToken);
    }

    private static async Task<Incoming> ReadAsync(HttpRequest request, EventOpener opener, CancellationToken cancellationToken)
    {
        using var body = new BoundedBody();
        return await body.ReadAsync(request, cancellationToken) is { } rejection
            ? new Incoming.Rejected(rejection)
            : opener.Open(SignatureHeaders.From(request.Headers), body.Bytes);
    }

    private static async Task<IResult> AnswerAsync(Incoming incoming, EventReceiver receiver, CancellationToken cancellationToken)
    {
        switch (incoming)
        {
            case Incoming.Challenge challenge:
                return TypedResults.Json(new ChallengeAnswer(challenge.Value), EventJson.Default.ChallengeAnswer);
            case Incoming.Kept kept:
                return await receiver.KeepAsync(kept) ? Acknowledged : SendAgain;
            case Incoming.Recall recall:
                return await receiver.RecallAsync(recall) ? Acknowledged : SendAgain;
            case Incoming.Click click:
                var reply = await receiver.AnswerAsync(click.Action, cancellationToken);
                return TypedResults.Json(CallbackAnswer.From(reply), EventJson.Default.CallbackAnswer);
            case Incoming.Other other:
                receiver.Ignore(other);
                return Acknowledged;
            case Incoming.Rejected rejected:
                return TypedResults.Problem(statusCode: rejected.Rejection.Status());
            default:
                throw new UnreachableException();
        }
    }

    private static IResult Acknowledged { get; } = TypedResults.Bytes("{}"u8.ToArray(), "application/json");

    private static IResult SendAgain => TypedResults.Problem(statusCode: StatusCodes.Status503ServiceUnavailable);

    private static void ReportRejection(Rejection rejection, HttpRequest request, BotMetrics metrics, ILoggerFactory loggers)
    {
        metrics.EventRejected(rejection.ToString());
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
