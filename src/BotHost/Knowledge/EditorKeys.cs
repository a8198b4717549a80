using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Wenlu.BotHost.Knowledge;

internal abstract record EditorVerdict
{
    private EditorVerdict() { }

    public sealed record Editor(string Name) : EditorVerdict;
    public sealed record Anonymous : EditorVerdict;
    public sealed record Wrong : EditorVerdict;
}

/// <summary>Knows the editors' keys by their hashes only, and takes equally long whichever key is presented.</summary>
internal sealed class EditorKeys(IOptions<KnowledgeOptions> options)
{
    private const string Scheme = "Bearer ";

    private readonly (string Name, byte[] Hash)[] editors =
        [.. options.Value.Editors.Select(editor => (editor.Key, SHA256.HashData(Encoding.UTF8.GetBytes(editor.Value))))];

    public bool Any => editors.Length > 0;

    public IEnumerable<string> Names => editors.Select(editor => editor.Name);

    /// <summary>Tells an editor's key from the one they had before, and nothing else.</summary>
    public string FingerprintOf(string name) => Convert.ToHexStringLower(editors.First(editor => editor.Name == name).Hash.AsSpan(0, 6));

    public EditorVerdict Check(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.Length == 0)
            return new EditorVerdict.Anonymous();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && Find(header[Scheme.Length..].Trim()) is { } name
            ? new EditorVerdict.Editor(name)
            : new EditorVerdict.Wrong();
    }

    /// <returns>Whose key this is; null when it is nobody's.</returns>
    public string? Find(string key)
    {
        var presented = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        string? found = null;
        foreach (var (name, hash) in editors)
            found = CryptographicOperations.FixedTimeEquals(presented, hash) ? name : found;
        return found;
    }
}
