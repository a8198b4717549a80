namespace Wenlu.BotHost.Cli.Eval;

/// <summary>What <c>eval</c> was told.</summary>
/// <param name="Folder">Holds the questions; null with <paramref name="Compare"/>.</param>
/// <param name="Docs">Folders of documents; none means those of the folder.</param>
/// <param name="Foreign">A dataset whose questions have no answer here.</param>
/// <param name="Out">A file for the results.</param>
/// <param name="Depth">How many documents the ranking measures look at.</param>
/// <param name="Compare">Two files of results, or none.</param>
internal sealed record EvalSettings(
    string? Folder, IReadOnlyList<string> Docs, string? Foreign, string? Out, int Depth, IReadOnlyList<string> Compare)
{
    /// <summary>What is wrong with them, as far as that can be said without reading.</summary>
    public Bilingual? Complaint()
    {
        if (Compare.Count > 0)
            return Folder is null && Docs.Count == 0 && Foreign is null && Out is null ? null : EvalTexts.NotBoth;
        if (Folder is null)
            return EvalTexts.WhatToDo;
        if (Depth is < 1 or > Retrieval.Evaluation.Evaluator.MaxDepth)
            return EvalTexts.BadDepth;
        return Out is not null && Path.GetDirectoryName(Path.GetFullPath(Out)) is { } parent && !Directory.Exists(parent) ? CliTexts.NoFolder(parent) : null;
    }
}
