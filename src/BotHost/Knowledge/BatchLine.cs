using Wenlu.BotHost.Knowledge.Conversion;

namespace Wenlu.BotHost.Knowledge;

/// <summary>A line of a batch: a document, what it may replace, and the file that its Markdown is to be read from, if it came as one.</summary>
internal sealed record BatchLine(Submission Known, Precondition Precondition, LineFile? File = null)
{
    public static BatchLine Refused(ApiProblem problem, string? id = null) => new(new Submission.Refused(problem, id), Precondition.None);

    /// <summary>Done at once for a line of Markdown, so that of two lines with one id the later one stands.</summary>
    public async ValueTask<Submission> SubmitAsync(CancellationToken cancellationToken)
    {
        if (File is null || Known is not Submission.Accepted { Document: var document })
            return Known;
        return await FileConversion.ConvertAsync(File.Type, File.Content, cancellationToken) switch
        {
            ConvertedFile.Text text => SubmissionReader.Complete(document, text, document.Id),
            ConvertedFile.Refused refused => new Submission.Refused(ApiProblems.Unreadable(refused.Sentence), document.Id),
            _ => throw new InvalidOperationException("A conversion is one of two."),
        };
    }
}

internal sealed record LineFile(string Type, byte[] Content);
