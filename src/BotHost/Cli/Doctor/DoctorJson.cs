using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wenlu.BotHost.Cli.Doctor;

internal sealed record DoctorAnswer(string Verdict, int Failures, int Warnings, IReadOnlyList<DoctorLine> Checks)
{
    private static readonly DoctorJson Readable = new(new JsonSerializerOptions(DoctorJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static DoctorAnswer Of(DoctorOutcome outcome, Language language) => new(
        outcome.Verdict.ToString().ToLowerInvariant(), outcome.Failures, outcome.Warnings,
        [.. outcome.Findings.Select(finding => new DoctorLine(
            finding.Subject.Id, finding.Severity.ToString().ToLowerInvariant(), finding.Subject.Name.In(language), finding.Seen.In(language), finding.Remedy?.In(language)))]);

    public string ToJson() => JsonSerializer.Serialize(this, Readable.DoctorAnswer);
}

/// <param name="State"><c>ok</c>, <c>note</c>, <c>warning</c> or <c>failed</c>.</param>
internal sealed record DoctorLine(string Id, string State, string Check, string Finding, string? Remedy);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true)]
[JsonSerializable(typeof(DoctorAnswer))]
internal sealed partial class DoctorJson : JsonSerializerContext;
