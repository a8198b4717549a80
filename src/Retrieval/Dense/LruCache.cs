namespace Wenlu.Retrieval.Dense;

/// <summary>Keeps the entries that were used last; safe for any number of threads.</summary>
internal sealed class LruCache<TKey, TValue>(int capacity) where TKey : notnull
{
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> entries = [];
    private readonly LinkedList<(TKey Key, TValue Value)> byUse = [];
    private readonly Lock gate = new();

    public bool TryGet(TKey key, out TValue? value)
    {
        lock (gate)
        {
            var found = entries.TryGetValue(key, out var entry);
            if (found)
            {
                byUse.Remove(entry!);
                byUse.AddFirst(entry!);
            }
            value = found ? entry!.Value.Value : default;
            return found;
        }
    }

    public void Set(TKey key, TValue value)
    {
        lock (gate)
        {
            if (entries.Remove(key, out var replaced))
                byUse.Remove(replaced);
            else if (entries.Count == capacity)
                Forget(byUse.Last!);
            entries[key] = byUse.AddFirst((key, value));
        }
    }

    private void Forget(LinkedListNode<(TKey Key, TValue Value)> entry)
    {
        entries.Remove(entry.Value.Key);
        byUse.Remove(entry);
    }
}
