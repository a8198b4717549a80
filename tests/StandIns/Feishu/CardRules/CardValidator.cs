using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu;

/// <summary>
/// Card JSON 2.0 as the platform takes it: an unknown property is an error, limits are those of its documents or, where they
/// give none (tables), the lowest ever measured.
/// </summary>
public static class CardValidator
{
    public const int MaxBytes = 30 * 1024;
    public const int MaxElements = 200;
    public const int MaxTables = 3;
    public const int MaxTablesInOneText = 4;
    public const int MaxDepth = 5;

    public static CardReport Validate(string json)
    {
        var bytes = Encoding.UTF8.GetByteCount(json);
        return TryParse(json, out var card, out var problem) ? Validate(card, bytes) : new CardReport([problem], [], 0, 0, 0, bytes);
    }

    public static CardReport Validate(JsonNode card) => Validate(card, Encoding.UTF8.GetByteCount(card.ToCompactJson()));

    private static CardReport Validate(JsonNode? card, int bytes)
    {
        var walk = new CardWalk();
        CardSchema.Card(walk, card, "$");
        if (bytes > MaxBytes) walk.Report(CardProblemKind.TooLarge, "$", $"{bytes} bytes");
        if (walk.Elements > MaxElements) walk.Report(CardProblemKind.TooManyElements, "$", $"{walk.Elements} elements");
        if (walk.Tables > MaxTables) walk.Report(CardProblemKind.TooManyTables, "$", $"{walk.Tables} tables");
        return new CardReport(walk.Problems, walk.Mentions, walk.Elements, walk.Tables, walk.Depth, bytes);
    }

    private static bool TryParse(string json, out JsonNode? card, out CardProblem problem)
    {
        try
        {
            card = JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
            problem = null!;
            return true;
        }
        catch (JsonException exception)
        {
            card = null;
            problem = new CardProblem(CardProblemKind.Malformed, "$", exception.Message);
            return false;
        }
    }
}
