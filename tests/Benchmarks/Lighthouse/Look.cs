using System.Text.Json;

namespace Wenlu.Benchmarks.Lighthouse;

/// <summary>One report of Lighthouse: scores by category, the cumulative layout shift, and what cost points.</summary>
internal sealed record Look(IReadOnlyDictionary<string, int> Scores, double Shift, IReadOnlyList<string> Less)
{
    public static readonly string[] Categories = ["performance", "accessibility", "best-practices", "seo"];

    public static Look Of(JsonElement report)
    {
        var (categories, audits) = (report.GetProperty("categories"), report.GetProperty("audits"));
        return new(
            Categories.ToDictionary(name => name, name => (int)Math.Round(100 * categories.GetProperty(name).GetProperty("score").GetDouble())),
            audits.GetProperty("cumulative-layout-shift").GetProperty("numericValue").GetDouble(),
            [.. Categories.SelectMany(name => Counted(categories.GetProperty(name))).Where(name => IsLess(audits.GetProperty(name)))]);
    }

    private static IEnumerable<string> Counted(JsonElement category) =>
        category.GetProperty("auditRefs").EnumerateArray().Where(audit => audit.GetProperty("weight").GetDouble() > 0).Select(audit => audit.GetProperty("id").GetString()!);

    private static bool IsLess(JsonElement audit) => audit.GetProperty("score") is { ValueKind: JsonValueKind.Number } score && score.GetDouble() < 0.9;
}
