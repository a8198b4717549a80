using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Wenlu.BotHost.Cli.Push;
using Wenlu.BotHost.Gaps;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Cli;

/// <summary>The service cannot go on for any document, and why.</summary>
internal sealed class ServiceException(Bilingual sentence, bool passing, Exception? innerException = null) : Exception(sentence.English, innerException)
{
    public Bilingual Sentence => sentence;

    /// <summary>What the service answered; null when it did not.</summary>
    public HttpStatusCode? Status { get; init; }

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
        IReadOnlyList<PushItem> documents, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await SendAsync(() => new(HttpMethod.Post, "api/knowledge/documents:batch") { Content = Lines(documents) }, cancellationToken);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        while (await ReadLineAsync(reader, cancellationToken) is { } line)
            yield return JsonSerializer.Deserialize(line, KnowledgeJson.Sparse.BatchResult)!;
    }

    /// <summary>True when it was there. Only while it has the revision: a newer one is somebody's work.</summary>
    public async Task<bool> DeleteAsync(string id, long revision, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await SendAsync(() => new(HttpMethod.Delete, DocumentOf(id)) { Headers = { { "If-Match", Precondition.TagOf(revision) } } }, cancellationToken);
            return true;
        }
        catch (ServiceException exception) when (exception.Status == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    public async Task<RevisionList> ListRevisionsAsync(string id, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(() => new(HttpMethod.Get, DocumentOf(id) + "/revisions"), cancellationToken);
        var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return (await JsonSerializer.DeserializeAsync(body, KnowledgeJson.Wire.RevisionList, cancellationToken))!;
    }

    /// <summary>A revision as a file, or what changed between two.</summary>
    public async Task<string> ReadRevisionAsync(string id, string path, string mediaType, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(
            () => new(HttpMethod.Get, $"{DocumentOf(id)}/revisions/{path}") { Headers = { { "Accept", mediaType } } }, cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }

    /// <param name="current">The revision that stands; null for a document that is deleted.</param>
    public async Task<DocumentWritten> RestoreAsync(string id, long revision, long? current, CancellationToken cancellationToken)
    {
        var (header, value) = current is { } standing ? ("If-Match", Precondition.TagOf(standing)) : ("If-None-Match", "*");
        using var response = await SendAsync(
            () => new(HttpMethod.Post, $"{DocumentOf(id)}/revisions/{revision}/restore") { Headers = { { header, value } } }, cancellationToken);
        var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return (await JsonSerializer.DeserializeAsync(body, KnowledgeJson.Wire.DocumentWritten, cancellationToken))!;
    }

    public void Dispose() => client.Dispose();

    private static string DocumentOf(string id) => "api/knowledge/documents/" + Uri.EscapeDataString(id);

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
            return new(sentence, passing: response.StatusCode is >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests)
            {
                Status = response.StatusCode,
            };
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

    private static ByteArrayContent Lines(IReadOnlyList<PushItem> documents)
    {
        using var lines = new MemoryStream();
        foreach (var document in documents)
        {
            JsonSerializer.Serialize(lines, ToLine(document), KnowledgeJson.Sparse.BatchDocument);
            lines.WriteByte((byte)'\n');
        }
        return new ByteArrayContent(lines.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue(MediaTypes.Ndjson) } };
    }

    private static BatchDocument ToLine(PushItem item) => new(item.Document.Id, item.Document.Title, item.Document.Markdown)
    {
        Url = item.Document.Url,
        Audience = item.Document.Audience.ToJson(),
        Tags = item.Document.Tags,
        UpdatedAt = item.Document.UpdatedAt,
        Origin = item.Document.Origin,
        IfMatch = item.Known is { } known ? Precondition.TagOf(known.Revision) : null,
        IfNoneMatch = item.Known is null ? "*" : null,
    };
}
