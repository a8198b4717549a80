using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Desk.Writing;

/// <summary>What is wrong with a form, as its page says it.</summary>
/// <param name="Sentence">Of the whole; null when its fields say it.</param>
public sealed record FormProblems(Bilingual? Sentence, IReadOnlyDictionary<string, string[]> Fields)
{
    public static readonly FormProblems None = new(null, new Dictionary<string, string[]>());

    public bool Any => Sentence is not null || Fields.Count > 0;

    internal static FormProblems Of(ApiProblem problem, Language language) =>
        problem.Errors is { } errors ? Of(errors, language) : None with { Sentence = problem.Detail };

    internal static FormProblems Of(FieldErrors errors, Language language) => None with { Fields = errors.In(language) };
}
