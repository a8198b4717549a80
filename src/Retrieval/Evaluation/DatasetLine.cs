using System.Text.Json;

namespace Wenlu.Retrieval.Evaluation;

/// <summary>A piece of a dataset's file that knows where it stands.</summary>
/// <param name="File">The file, as it was opened.</param>
/// <param name="Number">Counted from 1.</param>
/// <param name="Text">The line without its end.</param>
internal readonly record struct DatasetLine(string File, int Number, string Text)
{
    public DatasetException Wrong(DatasetFault fault, string subject = "") => new(File, Number, fault, subject);

    /// <summary>The line as one JSON object.</summary>
    public DatasetObject Parse()
    {
        try
        {
            var json = JsonElement.Parse(Text);
            return json.ValueKind == JsonValueKind.Object ? new DatasetObject(this, json) : throw Wrong(DatasetFault.NotJson);
        }
        catch (JsonException)
        {
            throw Wrong(DatasetFault.NotJson);
        }
    }

    /// <summary>A JSON string's text; its escapes are checked only when it is asked for.</summary>
    public string TextOf(JsonElement value, string field)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Wrong(DatasetFault.FieldWrong, field);
        }
    }
}

/// <summary>A JSON object of a dataset; a field that is not as it should be is an error with file, line and name.</summary>
internal readonly record struct DatasetObject(DatasetLine Line, JsonElement Json)
{
    /// <summary>A text that must be there and not blank; a number will do, for ids.</summary>
    public string Required(string field) =>
        Optional(field) is { } text && !string.IsNullOrWhiteSpace(text) ? text : throw Line.Wrong(DatasetFault.FieldMissing, field);

    /// <summary>Null when the field is missing or null.</summary>
    public string? Optional(string field) => Find(field) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => Line.TextOf(value, field),
        { ValueKind: JsonValueKind.Number } value => value.GetRawText(),
        _ => throw Line.Wrong(DatasetFault.FieldWrong, field),
    };

    /// <summary>The elements of an array; none when the field is missing or null.</summary>
    public IReadOnlyList<JsonElement> Array(string field) => Find(field) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } value => [.. value.EnumerateArray()],
        _ => throw Line.Wrong(DatasetFault.FieldWrong, field),
    };

    private JsonElement? Find(string field) =>
        Json.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
