using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Wenlu.StandIns.Feishu;

/// <summary>The calls it answers, and the way each of them takes.</summary>
public sealed partial class FeishuPlatform
{
    private const string Card = "/open-apis/cardkit/v1/cards/{card_id}";
    private const string ResourcePath = "/open-apis/im/v1/messages/{message_id}/resources/{file_key}";
    private const string Element = Card + "/elements/{element_id}";
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private enum Needs
    {
        Nothing,
        Token,
        CardKit,
        MessageSend,
        MessageRead,
        Reactions,
        Members,
        Wiki,
        Docx,
        Drive,
    }

    private void MapOperations(IEndpointRouteBuilder routes)
    {
        Map(routes, "POST", "/open-apis/auth/v3/tenant_access_token/internal", Needs.Nothing, tokens.Give, isFlat: true);
        Map(routes, "GET", "/open-apis/bot/v3/info", Needs.Token, DescribeBot, isFlat: true);
        Map(routes, "POST", "/open-apis/im/v1/messages", Needs.MessageSend, messages.Send);
        Map(routes, "POST", "/open-apis/im/v1/messages/{message_id}/reply", Needs.MessageSend, messages.Reply);
        Map(routes, "PATCH", "/open-apis/im/v1/messages/{message_id}", Needs.Token, messages.Patch);
        Map(routes, "GET", "/open-apis/im/v1/messages/{message_id}", Needs.MessageRead, messages.Get);
        routes.MapMethods(ResourcePath, ["GET"], http => RunAsync(http, $"GET {ResourcePath}", Needs.MessageRead, call => PlatformAnswer.Content(messages.Resource(call))));
        Map(routes, "POST", "/open-apis/im/v1/messages/{message_id}/reactions", Needs.Reactions, reactions.Add);
        Map(routes, "DELETE", "/open-apis/im/v1/messages/{message_id}/reactions/{reaction_id}", Needs.Reactions, reactions.Remove);
        Map(routes, "GET", "/open-apis/im/v1/chats/{chat_id}/members", Needs.Members, messages.Members);
        Map(routes, "POST", "/open-apis/cardkit/v1/cards", Needs.CardKit, cards.Create);
        Map(routes, "PUT", Card, Needs.CardKit, cards.Update);
        Map(routes, "PATCH", $"{Card}/settings", Needs.CardKit, cards.Settings);
        Map(routes, "POST", $"{Card}/batch_update", Needs.CardKit, cards.BatchUpdate);
        Map(routes, "POST", $"{Card}/elements", Needs.CardKit, cards.AddElements);
        Map(routes, "PUT", Element, Needs.CardKit, cards.ReplaceElement);
        Map(routes, "PATCH", Element, Needs.CardKit, cards.PatchElement);
        Map(routes, "DELETE", Element, Needs.CardKit, cards.DeleteElement);
        Map(routes, "PUT", $"{Element}/content", Needs.CardKit, cards.StreamText);
        MapWiki(routes);
        Map(routes, "POST", "/open-apis/authen/v2/oauth/token", Needs.Nothing, Accounts.Exchange, isFlat: true);
        Map(routes, "GET", "/open-apis/authen/v1/user_info", Needs.Nothing, Accounts.Describe);
        routes.MapGet("/open-apis/authen/v1/authorize", Accounts.ShowAsync);
        Map(routes, "POST", ConnectionDesk.DiscoveryPath, Needs.Nothing, call => Connections.Discover(call, BaseUrl));
        routes.MapGet(ConnectionDesk.SocketPath, Connections.AcceptAsync);
        routes.Map("{**path}", http => RunAsync(http, "unknown", Needs.Nothing, call => PlatformAnswer.Success(Unknown(call), isFlat: true)));
    }

    private void Map(
        IEndpointRouteBuilder routes, string method, string path, Needs needs, Func<Call, JsonObject> handle, bool isFlat = false) =>
        routes.MapMethods(path, [method], http => RunAsync(http, $"{method} {path}", needs, call => PlatformAnswer.Success(handle(call), isFlat)));

    private async Task RunAsync(HttpContext http, string operation, Needs needs, Func<Call, PlatformAnswer> handle)
    {
        var call = await ReadAsync(http);
        Fault? fault;
        lock (gate) fault = faults.Next($"{call.Method} {call.Path}");
        if (fault is not null) await Task.Delay(fault.Delay, Options.Time, http.RequestAborted);
        var isPlanned = fault is { OnlyDelay: false, AfterEffect: false };
        var answer = isPlanned ? Failure(fault!) : Answer(call, operation, needs, handle);
        if (fault is { AfterEffect: true }) answer = Failure(fault);
        var isLost = fault is { Reset: true };
        Record(call, answer, isLost);
        if (isLost) http.Abort();
        else await answer.WriteAsync(http.Response);
    }

    private async Task<Call> ReadAsync(HttpContext http)
    {
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
        return new Call(http.Request, buffer.ToArray(), Options.Time.GetUtcNow());
    }

    private PlatformAnswer Answer(Call call, string operation, Needs needs, Func<Call, PlatformAnswer> handle)
    {
        lock (gate)
        {
            try
            {
                Admit(call, operation, needs);
                var answer = handle(call);
                WatchEffect(call, needs);
                return answer;
            }
            catch (Refusal refusal)
            {
                if (refusal.IsViolation && !IsProbe(call)) findings.Add($"{call.Method} {call.Path}{call.Query}: {refusal.Code} {refusal.Message}");
                return new PlatformAnswer(refusal.Status, refusal.Code, refusal.Message, refusal.Headers) { Error = refusal.Error, OAuthError = refusal.OAuthError };
            }
        }
    }

    private void Admit(Call call, string operation, Needs needs)
    {
        if (needs != Needs.Nothing) tokens.Check(call.Authorization);
        if (needs == Needs.CardKit) call.AllowQuery();
        CheckScope(needs);
        Limit(operation, Options.Rates.PerOperationAndSecond, Second);
        Limit(operation, Options.Rates.PerOperationAndMinute, Minute);
    }

    private void Limit(string operation, int limit, TimeSpan window)
    {
        if (rates.TryTake($"{operation} in {window}", limit, window) is { } wait) throw Refusal.RateLimited(limit, wait);
    }

    private JsonObject DescribeBot(Call call)
    {
        call.AllowQuery();
        call.HasNoBody();
        return new JsonObject
        {
            ["bot"] = new JsonObject
            {
                ["activate_status"] = ActivateStatus,
                ["app_name"] = Options.BotName,
                ["avatar_url"] = "https://example.invalid/a.png",
                ["ip_white_list"] = new JsonArray(),
                ["open_id"] = Options.BotOpenId,
            },
        };
    }

    private static JsonObject Unknown(Call call) => throw new Refusal(404, "no such operation", 404, isViolation: true);

    private static PlatformAnswer Failure(Fault fault) => new(fault.Status, fault.Code, fault.Message, fault.Headers);

    private void Record(Call call, PlatformAnswer answer, bool isLost)
    {
        var body = call.Path.Contains("tenant_access_token", StringComparison.Ordinal) || call.Path.Contains("oauth/token", StringComparison.Ordinal) || call.Path == ConnectionDesk.DiscoveryPath ? "" : call.RawBody;
        var (status, code) = isLost ? (0, -1) : (answer.Status, answer.Code);
        lock (gate) calls.Add(new RecordedCall(call.At, call.Method, call.Path, call.Query, body, status, code, answer.Message));
        Signal();
    }
}
