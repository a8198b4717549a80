namespace Wenlu.BotHost.Tests.Processes;

/// <summary>One after the other: each of these tests keeps the processors busy with starts of its own.</summary>
[CollectionDefinition(Name)]
public sealed class OneAtATime
{
    public const string Name = "Processes";
}
