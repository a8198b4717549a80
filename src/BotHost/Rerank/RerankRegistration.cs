using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Refit;
using Wenlu.Retrieval.Search;

namespace Wenlu.BotHost.Rerank;

/// <summary>An <see cref="IReranker"/> where one is configured, and none where not.</summary>
internal static class RerankRegistration
{
    public static void AddRerank(this IHostApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(RerankOptions.Section);
        builder.Services.AddSingleton<IValidateOptions<RerankOptions>, ValidateRerankOptions>();
        builder.Services.AddOptionsWithValidateOnStart<RerankOptions>().Bind(section);
        if (string.IsNullOrWhiteSpace(section[nameof(RerankOptions.Endpoint)]))
            return;
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IReranker, HttpReranker>();
        builder.Services
            .AddRefitGeneratedClient<IRerankApi>(new RefitSettings(new SystemTextJsonContentSerializer(RerankJson.Default.Options)))
            .ConfigureHttpClient((services, http) => Address(http, services.GetRequiredService<IOptions<RerankOptions>>().Value));
    }

    private static void Address(HttpClient http, RerankOptions options)
    {
        http.BaseAddress = BaseOf(options.Endpoint!);
        if (options.ApiKey.Length > 0)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.ApiKey);
    }

    /// <summary>Manuals give the address with the route or without; both are meant.</summary>
    internal static Uri BaseOf(Uri endpoint)
    {
        var address = endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/');
        return new Uri(address.EndsWith("/rerank", StringComparison.OrdinalIgnoreCase) ? address[..^"/rerank".Length] : address);
    }
}
