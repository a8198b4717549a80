using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wenlu.Retrieval.Evaluation;

namespace Wenlu.BotHost.Cli.Eval;

/// <summary>A run as it is kept: every result, and the figures for other programs to read.</summary>
internal sealed record RunFile(EvaluationRun Run, EvaluationFigures Figures)
{
    public static void Write(string path, EvaluationRun run, EvaluationFigures figures)
    {
        using var file = File.Create(path);
        JsonSerializer.Serialize(file, new RunFile(run, figures), RunJson.Readable.RunFile);
    }

    public static EvaluationRun Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), RunJson.Readable.RunFile)?.Run ?? throw new CommandException(EvalTexts.NoRun(path));
        }
        catch (JsonException)
        {
            throw new CommandException(EvalTexts.NoRun(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(CliTexts.BadFile(path, CliTexts.Unreadable(exception.Message)));
        }
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(RunFile))]
internal sealed partial class RunJson : JsonSerializerContext
{
    /// <summary>Chinese stays readable, the file is not for a browser; a file of something else is refused and not half read.</summary>
    public static readonly RunJson Readable = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter<Unanswerable>() },
    });
}
