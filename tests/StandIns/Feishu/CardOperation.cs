namespace Wenlu.StandIns.Feishu;

/// <summary>One accepted operation on a card entity. <see cref="Text"/> is the cumulative text of a content call.</summary>
public sealed record CardOperation(string Kind, int Sequence, DateTimeOffset At, string? ElementId, string? Text, string Body);
