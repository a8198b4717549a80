using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Wenlu.BotHost.Knowledge;

/// <summary>A parameter as its reader should see it; one that no handler binds, such as a header, is added.</summary>
internal sealed record ApiParameter(string Name, ParameterLocation In, string Description, JsonNode Example, JsonSchemaType Type = JsonSchemaType.String);

/// <summary>An example of a body: of the request, or of the response with a status.</summary>
internal sealed record ApiExample(string MediaType, JsonNode Body, int? Status = null);

/// <summary>
/// The body a route reads itself. Accepts metadata would describe it too, but makes routing answer a wrong content type with
/// an empty 415, before anybody has looked at the key.
/// </summary>
internal sealed record ApiRequestBody(Type Type, params string[] MediaTypes);

/// <summary>Marks what only editors may call.</summary>
internal sealed record NeedsEditorKey(bool Optional = false);

/// <summary>Lets every endpoint carry its parameters and examples as metadata, beside its route.</summary>
internal static class ApiDescription
{
    private const string Scheme = "editorKey";

    public static void AddApiDescriptions(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer(DescribeDocument);
        options.AddOperationTransformer(DescribeOperation);
    });

    public static RouteHandlerBuilder WithParameter(this RouteHandlerBuilder route, ApiParameter parameter) => route.WithMetadata(parameter);

    public static RouteHandlerBuilder WithRequestBody<T>(this RouteHandlerBuilder route, params string[] mediaTypes) =>
        route.WithMetadata(new ApiRequestBody(typeof(T), mediaTypes));

    public static RouteHandlerBuilder WithRequestExample(this RouteHandlerBuilder route, string mediaType, JsonNode body) =>
        route.WithMetadata(new ApiExample(mediaType, body));

    public static RouteHandlerBuilder WithResponseExample(this RouteHandlerBuilder route, int status, string mediaType, JsonNode body) =>
        route.WithMetadata(new ApiExample(mediaType, body, status));

    private static Task DescribeDocument(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo { Title = "Wenlu 问路", Version = "v1", Description = "Ask the knowledge base, search it, and edit it." };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "A key of Knowledge:Editors.",
        };
        return Task.CompletedTask;
    }

    private static async Task DescribeOperation(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<ApiRequestBody>().LastOrDefault() is { } body)
            operation.RequestBody = Describe(body, await context.GetOrCreateSchemaAsync(body.Type, cancellationToken: cancellationToken));
        foreach (var fact in metadata)
            Describe(operation, fact, context.Document);
    }

    /// <summary>A body that is neither JSON nor a file is a text, whose shape the example shows.</summary>
    private static OpenApiRequestBody Describe(ApiRequestBody body, OpenApiSchema schema) => new()
    {
        Required = true,
        Content = body.MediaTypes.ToDictionary(
            type => type,
            type => new OpenApiMediaType { Schema = IsText(type) ? new OpenApiSchema { Type = JsonSchemaType.String } : IsFile(type) ? Bytes : schema }),
    };

    private static OpenApiSchema Bytes => new() { Type = JsonSchemaType.String, Format = "binary" };

    private static bool IsFile(string mediaType) => mediaType is MediaTypes.Pdf or MediaTypes.Word;

    private static bool IsText(string mediaType) => mediaType.StartsWith("text/", StringComparison.Ordinal);

    private static void Describe(OpenApiOperation operation, object fact, OpenApiDocument? document)
    {
        switch (fact)
        {
            case ApiParameter parameter:
                Describe(operation, parameter);
                break;
            case ApiExample example when ContentOf(operation, example.Status)?.TryGetValue(example.MediaType, out var media) is true:
                Illustrate(media, example);
                break;
            case NeedsEditorKey key:
                RequireKey(operation, key, document);
                break;
        }
    }

    /// <summary>A text has no other shape than the one its example shows.</summary>
    private static void Illustrate(OpenApiMediaType media, ApiExample example)
    {
        media.Example = example.Body.DeepClone();
        if (IsText(example.MediaType))
            media.Schema = new OpenApiSchema { Type = JsonSchemaType.String };
    }

    private static void Describe(OpenApiOperation operation, ApiParameter parameter)
    {
        operation.Parameters ??= [];
        if (operation.Parameters.OfType<OpenApiParameter>().FirstOrDefault(known => known.Name == parameter.Name) is not { } described)
            operation.Parameters.Add(described = new OpenApiParameter { Name = parameter.Name, In = parameter.In });
        described.Description = parameter.Description;
        described.Example = parameter.Example.DeepClone();
        described.Schema = new OpenApiSchema { Type = parameter.Type };
    }

    private static IDictionary<string, OpenApiMediaType>? ContentOf(OpenApiOperation operation, int? status) => status is null
        ? operation.RequestBody?.Content
        : operation.Responses?.GetValueOrDefault(status.Value.ToString(System.Globalization.CultureInfo.InvariantCulture))?.Content;

    private static void RequireKey(OpenApiOperation operation, NeedsEditorKey key, OpenApiDocument? document)
    {
        var requirement = new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] };
        operation.Security = key.Optional ? [new OpenApiSecurityRequirement(), requirement] : [requirement];
    }
}
