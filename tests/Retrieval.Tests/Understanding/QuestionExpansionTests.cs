using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Search;
using Wenlu.Retrieval.Understanding;

namespace Wenlu.Retrieval.Tests.Understanding;

/// <summary>Through the index, as a search uses it.</summary>
public sealed class QuestionExpansionTests : IDisposable
{
    private static readonly SourceDocument[] Documents =
    [
        new("prompt", "提示词入门", "## 五个部分\n一条好提示词有角色、任务、资料、格式和例子。") { Access = ["everyone"] },
        new("window", "长度", "## 上下文窗口\n模型一次能读的文字有上限。") { Access = ["everyone"] },
        new("ollama", "本地运行", "## Ollama 下载模型\n用 ollama pull 下载模型，再用 ollama run 运行。") { Access = ["everyone"] },
        new("errors", "错误码", "## E4012\n证书过期，请续期。\n\n## retrieval failed\nThe retrieval of the file failed.") { Access = ["everyone"] },
        new("secret", "Zephyrus", "## Project Zephyrus\nThe launch of Zephyrus is in May.") { Access = ["board"] },
    ];

    private readonly TemporaryFolder folder = new();
    private readonly DocumentIndex index;

    public QuestionExpansionTests()
    {
        index = DocumentIndex.Open(folder.Path, "tests");
        foreach (var document in Documents)
            index.Upsert(document);
        index.Refresh();
        index.Glossary = Glossary.Parse("term,synonyms,translations,abbreviations\n提示词,,prompt,\n上下文窗口,,context window,\n重排,,reranking,\n");
    }

    public void Dispose()
    {
        index.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("what is a prompt", "prompt")]
    [InlineData("context window 是什么", "window")]
    [InlineData("tishici 怎么写", "prompt")]
    [InlineData("ti shi ci 怎么写", "prompt")]
    [InlineData("shangxiawenchuangkou", "window")]
    [InlineData("sxwck 是什么", "window")]
    [InlineData("promt 怎么写", "prompt")]
    [InlineData("ollma", "ollama")]
    [InlineData("olalma", "ollama")]
    [InlineData("retreival", "errors")]
    public async Task A_question_in_other_words_is_answered(string question, string document)
    {
        var result = await AskAsync(question);

        result.Hits[0].DocumentId.ShouldBe(document);
        result.Answerable.ShouldBeTrue($"{result.Confidence}");
    }

    [Fact]
    public async Task Without_the_glossary_the_other_words_mean_nothing()
    {
        index.Glossary = Glossary.Empty;

        (await AskAsync("what is a prompt")).Answerable.ShouldBeFalse();
        (await AskAsync("tishici")).Hits.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("E4021")]
    [InlineData("E401")]
    [InlineData("llama")]
    [InlineData("pul")]
    [InlineData("4021")]
    public async Task Codes_numbers_short_words_and_words_of_another_beginning_are_not_corrected(string word) =>
        (await AskAsync(word)).Answerable.ShouldBeFalse();

    [Theory]
    [InlineData("everyone", false)]
    [InlineData("board", true)]
    public async Task A_word_that_only_others_may_read_corrects_nothing(string label, bool found)
    {
        var result = await AskAsync("Zephyrs", label);

        (result.Hits.Count > 0).ShouldBe(found);
    }

    [Fact]
    public async Task A_word_that_documents_hold_is_never_replaced()
    {
        index.Upsert(new SourceDocument("lama", "Lama", "## 动物\n高原上的 lama 是一种动物。"));
        index.Upsert(new SourceDocument("lame", "Lame", "## 格式\n编码器 lame 编码器 lame 编码器 lame。"));
        index.Refresh();

        (await AskAsync("lama")).Hits.Select(hit => hit.DocumentId).ShouldBe(["lama"]);
    }

    private async Task<SearchResult> AskAsync(string question, string? label = null) =>
        await index.SearchAsync(new SearchQuery(question) { Access = label is null ? null : [label] }, CancellationToken.None);
}
