using System.Runtime.CompilerServices;

namespace Wenlu.Retrieval.Tests.Related;

/// <summary>Two questions, and whether a person would answer them in the same way.</summary>
internal sealed record QuestionPair(string One, string Other, bool Same)
{
    /// <summary>Pairs that share their first question stay together, so that no half has seen the other's sentences.</summary>
    public bool IsHeldOut => One.Sum(character => character) % 2 == 1;
}

/// <summary>
/// 657 pairs in the style of LCQMC, written for this project: everyday life, work and the seeds' domain; half of them the same.
/// One third are the same in nearly the same words or plainly different, two thirds are made hard: other words for the same,
/// the same words for something else.
/// </summary>
internal static class QuestionPairs
{
    public static IReadOnlyList<QuestionPair> All { get; } = [.. File.ReadLines(Path()).Skip(1)
        .Select(line => line.Split('\t'))
        .Select(cells => new QuestionPair(cells[0], cells[1], cells[2] == "same"))];

    public static IReadOnlyList<QuestionPair> HeldOut { get; } = [.. All.Where(pair => pair.IsHeldOut)];

    public static IReadOnlyList<QuestionPair> Fitted { get; } = [.. All.Where(pair => !pair.IsHeldOut)];

    private static string Path([CallerFilePath] string here = "") => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "question-pairs.tsv");
}
