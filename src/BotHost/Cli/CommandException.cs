namespace Wenlu.BotHost.Cli;

/// <summary>Ends a command whose arguments or files are not as they should be, with a sentence for who typed it.</summary>
internal sealed class CommandException(Bilingual sentence) : Exception(sentence.English)
{
    public Bilingual Sentence => sentence;
}
