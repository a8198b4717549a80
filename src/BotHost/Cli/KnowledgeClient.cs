using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Wenlu.BotHost.Gaps;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Cli;

/// <summary>The service cannot go on for any document, and why.</summary>
internal sealed class ServiceException(Bilingual sentence, bool passing, Exception? innerException = null) : Exception(sentence.English, innerException)
{
    public Bilingual Sentence => sentence;

    /// <summary>Whether trying again may help.</summary>
    public bool Passing => passing;
}

/// <summary>The editors' API from the other side.</summary>
internal sealed class KnowledgeClient : IDisposable
{
    private readonly HttpClient client;

    public KnowledgeClient(Uri server, string? key, Language language)
    {
        client = new HttpClient { BaseAddress = server, Timeout = TimeSpan.FromMinutes(10) };
        if (key is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language == Language.Chinese ? "zh" : "en");
    }

    public async Task<DocumentPage> ListAsync(string cursor, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(() => new(HttpMethod.Get, $"api/knowledge/documents?limit=200&cursor={cursor}"), cancellationToken);
        var page = await response.Content.ReadAsStreamAsync(cancellationToken);
        return (await JsonSerializer.DeserializeAsync(page, KnowledgeJson.Wire.DocumentPage, cancellationToken))!;
    }

    public async Task<SearchResponse> SearchAsync(string question, int count, bool explain, CancellationToken cancellationToken)
    {
        var address = $"api/search?q={Uri.EscapeDataString(question)}&k={count}&explain={(explain ? "true" : "false")}";
        using var response = await SendAsync(() => new(HttpMethod.Get, address), cancellationToken);
        var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return (await JsonSerializer.DeserializeAsync(body, KnowledgeJson.Wire.SearchResponse, cancellationToken))!;
    }

    public async Task<GapList> ListGapsAsync(int count, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(() => new(HttpMethod.Get, $"api/gaps?limit={count}"), cancellationToken);
        var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return (await JsonSerializer.DeserializeAsync(body, GapWire.Json.GapList, cancellationToken))!;
    }

    /// <summary>The results as they come; they number the documents from 1.</summary>
    public async IAsyncEnumerable<BatchResult> PushAsync(
        IReadOnlyList<KnowledgeDocument> documents, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await SendAsync(() => new(HttpMethod.Post, "api/knowledge/documents:batch") { Content = Lines(documents) }, cancellationToken);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        while (await ReadLineAsync(reader, cancellationToken) is { } line)
            yield return JsonSerializer.Deserialize(line, KnowledgeJson.Sparse.BatchResult)!;
    }

    public void Dispose() => client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> create, CancellationToken cancellationToken)
    {
        using var request = create();
        try
        {
            var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.IsSuccessStatusCode ? response : throw await RefusalAsync(response, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException { InnerException: TimeoutException })
        {
            throw new ServiceException(CliTexts.Unreachable(client.BaseAddress!, exception.Message), passing: true, exception);
        }
    }

    private async Task<string?> ReadLineAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadLineAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            throw new ServiceException(CliTexts.Unreachable(client.BaseAddress!, exception.Message), passing: true, exception);
        }
    }

    private async Task<ServiceException> RefusalAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            var status = (int)response.StatusCode;
            var sentence = CliTexts.Refused(client.BaseAddress!, status, DetailOf(text) ?? response.ReasonPhrase ?? "");
            return new(sentence, passing: response.StatusCode is >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests);
        }
    }

    private static string? DetailOf(string text)
    {
        try
        {
            return JsonElement.Parse(text).GetProperty("detail").GetString();
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static ByteArrayContent Lines(IReadOnlyList<KnowledgeDocument> documents)
    {
        using var lines = new MemoryStream();
        foreach (var document in documents)
        {
            JsonSerializer.Serialize(lines, ToLine(document), KnowledgeJson.Sparse.BatchDocument);
            lines.WriteByte((byte)'\n');
        }
        return new ByteArrayContent(lines.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue(MediaTypes.Ndjson) } };
    }

    private static BatchDocument ToLine(KnowledgeDocument document) => new(document.Id, document.Title, document.Markdown)
    {
        Url = document.Url,
        Audience = document.Audience.ToJson(),
        Tags = document.Tags,
        UpdatedAt = document.UpdatedAt,
    };
}
