using System.Text.RegularExpressions;
using Wenlu.BotHost.Llm;

namespace Wenlu.BotHost.Answers;

/// <summary>Turns pictures into the question that somebody asks with them, so that it can be searched for like any other.</summary>
internal sealed partial class PictureReader(ChatModels models, TimeProvider time, ILogger<PictureReader> logger)
{
    private const int LongestQuestion = 300;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="words">What was written with them; may be empty.</param>
    /// <returns>Null when no model sees them, or none says anything.</returns>
    public async Task<string?> ReadAsync(string words, IReadOnlyList<Picture> pictures, Language language, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return OneLine(await models.LookAsync(Prompts.See(words, pictures, language, Prompts.NewBoundary()), either.Token) ?? string.Empty);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotSeen(logger, ModelTrouble.Name(exception));
            return null;
        }
    }

    private static string? OneLine(string reply)
    {
        var line = Spaces().Replace(reply, " ").Trim();
        return line.Length switch
        {
            0 => null,
            > LongestQuestion => line[..(char.IsHighSurrogate(line[LongestQuestion - 1]) ? LongestQuestion - 1 : LongestQuestion)],
            _ => line,
        };
    }

    [GeneratedRegex(@"[\s\p{Cc}]+")]
    private static partial Regex Spaces();

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The model did not say what a picture shows ({Failure}).")]
        public static partial void NotSeen(ILogger logger, string failure);
    }
}
