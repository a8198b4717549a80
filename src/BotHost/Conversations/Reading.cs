using Wenlu.BotHost.Answers;

namespace Wenlu.BotHost.Conversations;

/// <summary>What a message came to, once everything that it brings along or refers to was looked at.</summary>
internal abstract record Reading
{
    private Reading()
    {
    }

    /// <summary>There is nothing to answer; this is said instead.</summary>
    public sealed record Saying(Bilingual Sentence) : Reading;

    /// <param name="Question">Without what was said before, and without anybody's right to read.</param>
    public sealed record Asking(Question Question) : Reading;
}
