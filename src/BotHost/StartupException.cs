namespace Wenlu.BotHost;

/// <summary>Stops the start with a sentence for the operator; never with a stack trace.</summary>
internal sealed class StartupException(Bilingual sentence, Exception? innerException = null)
    : Exception(sentence.ToString(), innerException)
{
    public Bilingual Sentence => sentence;
}
