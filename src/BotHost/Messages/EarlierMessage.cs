namespace Wenlu.BotHost.Messages;

/// <summary>A message that was fetched, since somebody refers to it.</summary>
/// <param name="Forwarded">What is in it when it is a forwarded parcel: one line a message, empty otherwise.</param>
/// <param name="IsForwardCut">There is more in it than that.</param>
internal sealed record EarlierMessage(string MessageId, MessageBody Body, string Forwarded, int ForwardedCount, bool IsForwardCut);
