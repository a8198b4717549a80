namespace Wenlu.BotHost.Answers;

/// <summary>What a question means, as it is searched for.</summary>
/// <param name="Standalone">One that can be understood without the conversation.</param>
/// <param name="Phrasings">The same in other words, each searched for as well; often none.</param>
/// <param name="Language">The one in which it is answered.</param>
internal sealed record UnderstoodQuestion(string Standalone, IReadOnlyList<string> Phrasings, Language Language);
