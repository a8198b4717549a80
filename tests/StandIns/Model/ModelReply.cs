namespace Wenlu.StandIns.Model;

/// <summary>What the scripted model does with one request.</summary>
public sealed record ModelReply
{
    /// <summary>The text in the pieces in which a stream sends them.</summary>
    public IReadOnlyList<string> Pieces { get; private init; } = [];

    public int Status { get; private init; } = 200;

    public string ErrorCode { get; private init; } = "";

    /// <summary>What an error says; a careless endpoint repeats the key or the question in it.</summary>
    public string Message { get; private init; } = "scripted";

    public string? RetryAfter { get; private init; }

    public string? Refusal { get; private init; }

    /// <summary>Null: the stream ends without saying why, as behind a proxy that lost the model.</summary>
    public string? FinishReason { get; private init; } = "stop";

    /// <summary>Says nothing more after this many pieces, until the client hangs up.</summary>
    public int? StallsAfter { get; private init; }

    /// <summary>Sends not even the headers, until the client hangs up.</summary>
    public bool IsSilent { get; private init; }

    /// <summary>Sends an error event after this many pieces, and then the rest as if nothing had been.</summary>
    public int? ErrorAfter { get; private init; }

    /// <summary>How long it thinks before each piece.</summary>
    public TimeSpan Pause { get; private init; }

    /// <summary>Closes the connection after this many pieces.</summary>
    public int? CutsAfter { get; private init; }

    /// <summary>Null: either is fine.</summary>
    public bool? ExpectsStream { get; private init; }

    public static ModelReply Says(string text) => new() { Pieces = Cut(text, 7) };

    public static ModelReply SaysInPieces(params string[] pieces) => new() { Pieces = pieces };

    public static ModelReply Fails(int status, string? retryAfter = null) =>
        new() { Status = status, ErrorCode = "error", RetryAfter = retryAfter };

    /// <summary>Azure's answer to a prompt that its filter does not like.</summary>
    public static ModelReply FiltersThePrompt() => new() { Status = 400, ErrorCode = "content_filter" };

    public static ModelReply NeverAnswers() => new() { IsSilent = true };

    public static ModelReply Refuses(string words) => new() { Refusal = words };

    /// <summary>Pieces of these lengths, over and over; they may divide a citation, a word or a surrogate pair.</summary>
    public ModelReply Cut(params int[] lengths) => this with { Pieces = CutAt(string.Concat(Pieces), lengths) };

    public ModelReply Saying(string message) => this with { Message = message };

    public ModelReply StallingAfter(int pieces) => this with { StallsAfter = pieces };

    public ModelReply WithAnErrorAfter(int pieces) => this with { ErrorAfter = pieces };

    public ModelReply CuttingOffAfter(int pieces) => this with { CutsAfter = pieces };

    public ModelReply Ending(string? finishReason) => this with { FinishReason = finishReason };

    public ModelReply Pausing(TimeSpan pause) => this with { Pause = pause };

    public ModelReply ToAStream() => this with { ExpectsStream = true };

    public ModelReply ToAPlainCall() => this with { ExpectsStream = false };

    // Real servers send whole characters; Cut(...) is for those that do not.
    private static List<string> Cut(string text, int length)
    {
        var pieces = new List<string>();
        for (var at = 0; at < text.Length; at += pieces[^1].Length)
        {
            var end = Math.Min(at + length, text.Length);
            pieces.Add(text[at..(char.IsHighSurrogate(text[end - 1]) && end < text.Length ? end + 1 : end)]);
        }

        return pieces;
    }

    private static List<string> CutAt(string text, int[] lengths)
    {
        var pieces = new List<string>();
        for (var at = 0; at < text.Length; at += pieces[^1].Length)
            pieces.Add(text.Substring(at, Math.Min(lengths[pieces.Count % lengths.Length], text.Length - at)));
        return pieces;
    }
}
