using System.ClientModel.Primitives;

namespace Wenlu.BotHost.Llm;

/// <summary>
/// Tells who waits for a stream that the response has begun. The client itself says nothing before the first event, so that a
/// server that went silent after its headers could not be told from one that never answered.
/// </summary>
internal sealed class ResponseStart : PipelinePolicy
{
    private static readonly AsyncLocal<Action?> Waiting = new();

    /// <summary>Holds for the calls that the calling method makes from here on.</summary>
    public static void Notify(Action begun) => Waiting.Value = begun;

    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        ProcessNext(message, pipeline, currentIndex);
        Waiting.Value?.Invoke();
    }

    public override async ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        await ProcessNextAsync(message, pipeline, currentIndex);
        Waiting.Value?.Invoke();
    }
}
