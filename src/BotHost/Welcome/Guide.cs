using Wenlu.BotHost.Conversations;

namespace Wenlu.BotHost.Welcome;

/// <summary>Makes the guide for a place: with examples for those who read it there.</summary>
internal sealed class Guide(ExampleQuestions examples, Offers offers, Readers readers)
{
    /// <param name="isOutsider">Who it is for is of another tenant, or the group has such people in it.</param>
    public async Task<Notice> MakeAsync(Asked asked, Bilingual title, Language? language, bool isOutsider)
    {
        var questions = await examples.ChooseAsync(await readers.LabelsAsync(asked, isOutsider), language ?? Language.Chinese);
        return GuideCard.Build(title, language, questions.Count == 0 ? null : await offers.KeepAsync(asked, questions));
    }
}
