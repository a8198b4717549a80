using System.Net.Http.Headers;
using System.Text.Json;
using Wenlu.BotHost.Wiki;

namespace Wenlu.BotHost.Cli.Sync;

/// <summary>The sync's routes from the other side.</summary>
internal sealed class SyncClient : IDisposable
{
    private const string Path = "api/knowledge/sync";

    private readonly HttpClient client;

    public SyncClient(Uri server, string key, Language language)
    {
        client = new HttpClient { BaseAddress = server, Timeout = TimeSpan.FromMinutes(1) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language == Language.Chinese ? "zh" : "en");
    }

    public Task<SyncView> GetAsync(CancellationToken cancellationToken) => SendAsync(
        () => new(HttpMethod.Get, Path),
        async response => (await response.Content.ReadFromJsonAsync(SyncWire.Default.SyncView, cancellationToken))!, cancellationToken);

    public Task<string> AddAsync(string url, bool space, CancellationToken cancellationToken) => SendAsync(
        () => new(HttpMethod.Post, Path + "/sources") { Content = JsonContent.Create(new SourceBody(url) { Space = space }, SyncWire.Default.SourceBody) },
        async response => (await response.Content.ReadFromJsonAsync(SyncWire.Default.SourceView, cancellationToken))!.Source, cancellationToken);

    public Task<bool> RemoveAsync(string url, CancellationToken cancellationToken) =>
        SendAsync(() => new(HttpMethod.Delete, $"{Path}/sources?url={Uri.EscapeDataString(url)}"), _ => Task.FromResult(true), cancellationToken);

    public Task<bool> NowAsync(CancellationToken cancellationToken) =>
        SendAsync(() => new(HttpMethod.Post, Path + "/now"), _ => Task.FromResult(true), cancellationToken);

    public void Dispose() => client.Dispose();

    private async Task<T> SendAsync<T>(Func<HttpRequestMessage> create, Func<HttpResponseMessage, Task<T>> read, CancellationToken cancellationToken)
    {
        using var request = create();
        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode ? await read(response) : throw await RefusalAsync(response, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException { InnerException: TimeoutException })
        {
            throw new ServiceException(CliTexts.Unreachable(client.BaseAddress!, exception.Message), passing: true, exception);
        }
    }

    private async Task<ServiceException> RefusalAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return new(CliTexts.Refused(client.BaseAddress!, (int)response.StatusCode, SentenceOf(text) ?? response.ReasonPhrase ?? ""), passing: false);
    }

    /// <summary>What is wrong with the address says more than that something is.</summary>
    private static string? SentenceOf(string text)
    {
        try
        {
            var problem = JsonElement.Parse(text);
            return problem.TryGetProperty("errors", out var errors) && errors.TryGetProperty("url", out var url)
                ? url[0].GetString()
                : problem.GetProperty("detail").GetString();
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
