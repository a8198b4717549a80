namespace Wenlu.Retrieval.Related;

/// <summary>What kind of thing would answer a question; several, or none when the wording does not tell.</summary>
[Flags]
internal enum AskedFor
{
    None = 0,
    Reason = 1 << 0,
    Remedy = 1 << 1,
    Way = 1 << 2,
    Price = 1 << 3,
    Time = 1 << 4,
    Duration = 1 << 5,
    Amount = 1 << 6,
    Person = 1 << 7,
    Decision = 1 << 8,
    Definition = 1 << 9,
    Choice = 1 << 10,
    Place = 1 << 11,
    Difference = 1 << 12,
}
