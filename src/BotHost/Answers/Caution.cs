using Wenlu.Retrieval.Confidence;

namespace Wenlu.BotHost.Answers;

/// <summary>Says under an answer that what it rests on may not answer the question, where the search was not sure.</summary>
internal static class Caution
{
    public static Answer Add(Answer answer, AnswerBand band) => band == AnswerBand.Warn && answer.Outcome is (Outcome.Grounded or Outcome.Extractive)
        ? answer with { IsUnsure = true, Markdown = $"{answer.Markdown}\n\n{AnswerTexts.MayNotAnswer.In(answer.Language)}" }
        : answer;
}
