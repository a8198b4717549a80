using System.Net;
using System.Text.RegularExpressions;
using Wenlu.BotHost.Desk;
using Wenlu.BotHost.Tests.FrontDoor;

namespace Wenlu.BotHost.Tests.Desk;

/// <summary>An editor's browser without the browser: keeps the cookies, over plain HTTP as browsers do for their own machine, and follows no redirect.</summary>
internal sealed partial class DeskClient : IDisposable
{
    private readonly HttpClient http;
    private readonly Dictionary<string, string> cookies = [];

    public DeskClient(Uri address) =>
        http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };

    public string Language { get; init; } = "en";

    /// <summary>What the last answers set, whole.</summary>
    public List<string> SetCookies { get; } = [];

    /// <summary>Signed in with the test's editor key.</summary>
    public static async Task<DeskClient> SignInAsync(Bot bot)
    {
        var client = new DeskClient(bot.Address);
        (await client.PostAsync("/desk/sign-in/key", new() { ["key"] = Bot.EditorKey })).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return client;
    }

    public async Task<HttpResponseMessage> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(request);
    }

    /// <summary>A page that must be there.</summary>
    public async Task<string> PageAsync(string path)
    {
        using var response = await GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>A form of the desk, posted with this session's token.</summary>
    public Task<HttpResponseMessage> SubmitAsync(string path, params (string Name, string Value)[] fields) =>
        SubmitAsync(path, fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));

    public async Task<HttpResponseMessage> SubmitAsync(string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        await SendAsync(path, new FormUrlEncodedContent([.. fields, new(DeskGate.TokenField, await TokenAsync())]));

    public Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> fields, string? origin = null) =>
        SendAsync(path, new FormUrlEncodedContent(fields), origin);

    public async Task<HttpResponseMessage> SendAsync(string path, HttpContent content, string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("Origin", origin ?? http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        return await SendAsync(request);
    }

    /// <summary>The session's form token, as any page of the desk carries it.</summary>
    public async Task<string> TokenAsync() => Tokens().Match(await PageAsync("/desk/sessions")).Groups[1].Value;

    public string? Cookie(string name) => cookies.GetValueOrDefault(name);

    public void Keep(string name, string value) => cookies[name] = value;

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.Headers.AcceptLanguage.ParseAdd(Language);
        if (cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var response = await http.SendAsync(request);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            SetCookies.Add(cookie);
            var (name, value) = (cookie.Split('=')[0], cookie.Split(';')[0].Split('=', 2)[1]);
            if (value.Length == 0) cookies.Remove(name);
            else cookies[name] = value;
        }
        return response;
    }

    [GeneratedRegex("name=\"form-token\" value=\"([^\"]+)\"")]
    private static partial Regex Tokens();
}
