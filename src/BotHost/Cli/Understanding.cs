using Microsoft.Extensions.Options;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Llm;
using Wenlu.BotHost.Rerank;
using Wenlu.Retrieval.Dense;
using Wenlu.Retrieval.Evaluation;
using Wenlu.Retrieval.Search;

namespace Wenlu.BotHost.Cli;

/// <summary>What the service does with a question before it searches, without the service: with the model of the settings, if one is set.</summary>
internal sealed class Understanding : IDisposable
{
    private readonly IHost host;

    /// <summary>Reads the settings as the service does, from its file and the environment.</summary>
    public Understanding()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.AddLlm();
        builder.AddRerank();
        builder.AddAnswers();
        host = builder.Build();
        Validate();
    }

    /// <summary>A follow-up as a question of its own; any other question as it is.</summary>
    public async ValueTask<SearchQuery> UnderstandAsync(JudgedQuestion question, CancellationToken cancellationToken)
    {
        var turns = question.History.Select(turn => new Turn(turn.Question, turn.Answer, DateTimeOffset.UnixEpoch));
        var rewriter = host.Services.GetRequiredService<QuestionRewriter>();
        var understood = await rewriter.UnderstandAsync(question.Text, Languages.Of(question.Text), Trim([.. turns]), cancellationToken);
        return new SearchQuery(understood.Standalone) { Phrasings = understood.Phrasings };
    }

    /// <summary>Vectors in a folder, by the model of the settings; null when none is set.</summary>
    public EmbeddingIndex? CreateEmbeddings(string folder) => host.Services.GetRequiredService<EmbeddingModels>().CreateIndex(folder);

    /// <summary>Null when none is set.</summary>
    public IReranker? Reranker => host.Services.GetService<IReranker>();

    public void Dispose() => host.Dispose();

    private IReadOnlyList<Turn> Trim(IReadOnlyList<Turn> history)
    {
        if (history.Count == 0 || !host.Services.GetRequiredService<ChatModels>().IsConfigured)
            return history;
        var tokens = host.Services.GetRequiredService<TokenCounter>();
        return HistoryBudget.Trim(history, tokens.Count, tokens.Cut, HistoryBudget.Default);
    }

    private void Validate()
    {
        try
        {
            host.Services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (OptionsValidationException exception)
        {
            host.Dispose();
            throw new CommandException(new(exception.Message, exception.Message));
        }
    }
}
