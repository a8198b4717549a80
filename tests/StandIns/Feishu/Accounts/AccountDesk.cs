using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Wenlu.StandIns.Feishu.Accounts;

/// <summary>
/// Signing in on the web: the page where somebody agrees, the code that is good once and for the same address and verifier, the
/// token of the person. What a careful app never sends is a violation.
/// </summary>
public sealed partial class AccountDesk(FeishuPlatformOptions options, Action<string> complain)
{
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, Grant> codes = [];
    private readonly HashSet<string> used = [];
    private readonly Dictionary<string, Person> tokens = [];

    /// <summary>The addresses that the app's console lists, without a query.</summary>
    public ISet<string> RedirectUrls { get; } = new HashSet<string>();

    /// <summary>Who sits at the browser.</summary>
    public Person Visitor { get; set; } = new("ou_0000000000000000000000000000aaaa", "张三") { UserId = "ab12cd34" };

    private sealed record Grant(Person Person, string RedirectUri, string Challenge, DateTimeOffset Ends);

    /// <summary>Asks the visitor; both answers lead back to the app.</summary>
    internal async Task ShowAsync(HttpContext http)
    {
        var query = http.Request.Query;
        if (Complaint(query) is { } complaint)
        {
            complain($"GET {http.Request.Path}{http.Request.QueryString}: {complaint}");
            http.Response.StatusCode = 400;
            await http.Response.WriteAsync(complaint);
            return;
        }

        var (back, state) = (query["redirect_uri"].ToString(), Uri.EscapeDataString(query["state"].ToString()));
        var code = Issue(back, query["code_challenge"].ToString());
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync($"""
            <!DOCTYPE html><title>授权</title><link rel="icon" href="data:,">
            <p>{WebUtility.HtmlEncode(Visitor.Name)}</p>
            <a id="agree" href="{back}?code={code}&amp;state={state}">授权</a>
            <a id="decline" href="{back}?error=access_denied&amp;state={state}">拒绝</a>
            """);
    }

    /// <summary>Flat: the values stand beside the code.</summary>
    internal JsonObject Exchange(Call call)
    {
        if (call.Authorization.Length > 0) throw new Refusal(20070, "client credentials twice", isViolation: true);
        call.AllowMembers("grant_type", "client_id", "client_secret", "code", "redirect_uri", "code_verifier");
        if (call.Text("grant_type") != "authorization_code") throw Refusal.BadRequest("grant_type");
        if (call.Text("client_id") != options.AppId || call.Text("client_secret") != options.AppSecret) throw Invalid(20002, "The client secret is invalid.");
        var code = call.Text("code");
        if (used.Contains(code)) throw Invalid(20065, "The authorization code has been used.");
        if (!codes.Remove(code, out var grant)) throw Invalid(20003, "The authorization code is not found. Please note that an authorization code can only be used once.");
        used.Add(code);
        if (grant.Ends <= options.Time.GetUtcNow()) throw Invalid(20004, "The authorization code has expired.");
        if (call.Text("redirect_uri") != grant.RedirectUri) throw Invalid(20071, "The redirect_uri does not match.", isViolation: true);
        if (ChallengeOf(call.Text("code_verifier")) != grant.Challenge) throw Invalid(20049, "PKCE verification failed.", isViolation: true);
        var token = $"eyJ{Guid.NewGuid():N}{new string('x', 1200)}";
        tokens[token] = grant.Person;
        return new JsonObject { ["access_token"] = token, ["expires_in"] = 7200, ["scope"] = "auth:user.id:read", ["token_type"] = "Bearer" };
    }

    /// <summary>Errors come with HTTP 200 here.</summary>
    internal JsonObject Describe(Call call)
    {
        call.AllowQuery();
        call.HasNoBody();
        if (!call.Authorization.StartsWith("Bearer ", StringComparison.Ordinal) || !tokens.TryGetValue(call.Authorization["Bearer ".Length..], out var person))
            throw new Refusal(20005, "The user access token passed is invalid. Please check the value", 200);
        var data = new JsonObject
        {
            ["name"] = person.Name,
            ["en_name"] = person.Name,
            ["avatar_url"] = "https://example.invalid/a",
            ["open_id"] = person.OpenId,
            ["union_id"] = "on_0000000000000000000000000000aaaa",
            ["tenant_key"] = person.TenantKey ?? options.TenantKey,
            ["email"] = "somebody@example.com",
        };
        if (person.UserId is { } userId) data["user_id"] = userId;
        return data;
    }

    private string? Complaint(IQueryCollection query)
    {
        string[] known = ["client_id", "response_type", "redirect_uri", "scope", "state", "code_challenge", "code_challenge_method", "prompt"];
        if (query.Keys.FirstOrDefault(key => !known.Contains(key)) is { } unknown) return $"unknown parameter {unknown}";
        if (query["client_id"] != options.AppId) return "client_id";
        if (query["response_type"] != "code") return "response_type";
        if (!RedirectUrls.Contains(query["redirect_uri"].ToString())) return $"20029: redirect_uri {query["redirect_uri"]} is not in the console";
        if (query["state"].ToString().Length < 20) return "state: too short to be random";
        if (query["code_challenge_method"] != "S256") return "code_challenge_method is not S256";
        return Challenges().IsMatch(query["code_challenge"].ToString()) ? null : "code_challenge";
    }

    private string Issue(string redirectUri, string challenge)
    {
        var code = Convert.ToHexString(RandomNumberGenerator.GetBytes(40));
        codes[code] = new Grant(Visitor, redirectUri, challenge, options.Time.GetUtcNow() + CodeLifetime);
        return code;
    }

    private static string ChallengeOf(string verifier) => verifier.Length is >= 43 and <= 128
        ? Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))
        : throw Refusal.BadRequest("code_verifier");

    private static Refusal Invalid(int code, string description, bool isViolation = false) =>
        new(code, description, isViolation: isViolation) { OAuthError = "invalid_grant" };

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{43}\z")]
    private static partial Regex Challenges();
}
