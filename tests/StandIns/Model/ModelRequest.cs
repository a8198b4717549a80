using System.Text.Json;

namespace Wenlu.StandIns.Model;

public enum ModelDialect
{
    OpenAI,
    AzureClassic,
    AzureVersion1,
}

public sealed record ModelMessage(string Role, string Content)
{
    public IReadOnlyList<string> Pictures { get; init; } = [];
}

/// <summary>One call as the model received it.</summary>
public sealed record ModelRequest(
    ModelDialect Dialect,
    string Model,
    bool Stream,
    IReadOnlyList<ModelMessage> Messages,
    IReadOnlyDictionary<string, string> Headers,
    JsonElement Body,
    DateTimeOffset At)
{
    public IReadOnlyList<string> Pictures => [.. Messages.SelectMany(message => message.Pictures)];

    /// <summary>The rules.</summary>
    public string System => string.Join('\n', Messages.Where(message => message.Role is "system" or "developer").Select(message => message.Content));

    /// <summary>The material and the question.</summary>
    public string User => string.Join('\n', Messages.Where(message => message.Role == "user").Select(message => message.Content));
}
