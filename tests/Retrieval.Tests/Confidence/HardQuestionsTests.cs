using Wenlu.Retrieval.Confidence;
using Wenlu.Retrieval.Evaluation;
using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Search;

namespace Wenlu.Retrieval.Tests.Confidence;

/// <summary>Floors over whole sets of questions; they are not tuned to any one question.</summary>
public sealed class HardQuestionsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly DocumentIndex index;

    public HardQuestionsTests() => index = DocumentIndex.Open(folder.Path, "tests");

    public void Dispose()
    {
        index.Dispose();
        folder.Dispose();
    }

    public static TheoryData<string> Sets => [.. HardQuestions.All.Select(set => set.Name)];

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task What_a_small_knowledge_base_answers_is_told_from_what_only_sounds_like_it(string name)
    {
        var set = HardQuestions.All.Single(set => set.Name == name);

        var answered = await AskAsync(set, set.Answered);
        var nearMisses = await AskAsync(set, set.NearMisses);

        RefusalMeasures.AreaUnderCurve(Confidences(answered), Confidences(nearMisses)).ShouldBeGreaterThan(0.9);
        answered.Count(result => !result.Answerable).ShouldBeLessThanOrEqualTo(answered.Count / 10 + 1);
        nearMisses.Count(result => result.Band == AnswerBand.Answer).ShouldBeLessThanOrEqualTo(nearMisses.Count * 2 / 5);
    }

    [Theory]
    [InlineData("E9999 怎么办")]
    [InlineData("错误 E9999")]
    [InlineData("错误码 E9999 是什么意思")]
    public async Task A_code_that_stands_nowhere_is_declined_although_errors_are_spoken_of(string question) =>
        (await AskAsync(HardQuestions.Identifiers, question))[0].Band.ShouldBe(AnswerBand.Decline);

    [Theory]
    [InlineData("今天天气怎么样")]
    [InlineData("食堂几点开门")]
    [InlineData("上海飞东京的航班有哪些")]
    public async Task What_only_an_example_sentence_says_is_not_an_answer(string question) =>
        (await AskAsync(HardQuestions.Mentions, question))[0].Band.ShouldNotBe(AnswerBand.Answer);

    private async Task<List<SearchResult>> AskAsync(HardQuestions set, string questions)
    {
        foreach (var document in set.Documents)
            index.Upsert(document);
        index.Refresh();
        var results = new List<SearchResult>();
        foreach (var question in questions.Split('\n'))
            results.Add(await index.SearchAsync(new SearchQuery(question.Trim()), CancellationToken.None));
        return results;
    }

    private static double[] Confidences(IEnumerable<SearchResult> results) => [.. results.Select(result => result.Confidence)];
}
