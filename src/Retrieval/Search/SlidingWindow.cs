namespace Wenlu.Retrieval.Search;

/// <summary>A window of fixed width that moves over a passage and keeps the greatest weight of different terms seen in it at once.</summary>
/// <param name="weights">The weight of each term, by its number.</param>
/// <param name="width">How many positions it covers.</param>
internal sealed class SlidingWindow(double[] weights, int width)
{
    private readonly int[] inside = new int[weights.Length];
    private readonly Queue<(int Term, int Position)> entered = new();
    private double weight;

    public double Greatest { get; private set; }

    /// <summary>A term that counts wherever the window stands.</summary>
    public void Hold(int term)
    {
        Enter(term);
        Greatest = Math.Max(Greatest, weight);
    }

    /// <summary>Moves to a position, not before the last one, where a term stands.</summary>
    public void Meet(int term, int position)
    {
        while (entered.TryPeek(out var first) && first.Position <= position - width)
            Leave(entered.Dequeue().Term);
        entered.Enqueue((term, position));
        Hold(term);
    }

    /// <summary>Begins another passage.</summary>
    public void Clear()
    {
        Array.Clear(inside);
        entered.Clear();
        (weight, Greatest) = (0, 0);
    }

    private void Enter(int term)
    {
        if (inside[term]++ == 0)
            weight += weights[term];
    }

    private void Leave(int term)
    {
        if (--inside[term] == 0)
            weight -= weights[term];
    }
}
