namespace Wenlu.StandIns.Feishu;

/// <summary>One request as it arrived and how it was answered; code is the platform's, -1 when no answer was given.</summary>
public sealed record RecordedCall(
    DateTimeOffset At, string Method, string Path, string Query, string Body, int Status, int Code, string Message)
{
    public override string ToString() => $"{At:HH:mm:ss.fff} {Method} {Path}{Query} -> {Status}/{Code} {Message}";
}
