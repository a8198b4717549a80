using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Tests.Knowledge;

public sealed class UnifiedDiffTests
{
    [Fact]
    public void A_change_is_shown_with_its_surroundings()
    {
        var older = "1\n2\n3\n4\n5\n6\n7\n8\n";
        var newer = "1\n2\n3\n4\nfive\n6\n7\n8\n9";

        UnifiedDiff.Write(older, newer, "a", "b").ShouldBe(
            "--- a\n+++ b\n@@ -2,7 +2,8 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n+9\n\\ No newline at end of file\n");
    }

    [Theory]
    [InlineData("a\n", "a\n", "")]
    [InlineData("", "a\n", "--- o\n+++ n\n@@ -0,0 +1 @@\n+a\n")]
    [InlineData("a\n", "", "--- o\n+++ n\n@@ -1 +0,0 @@\n-a\n")]
    public void So_is_the_whole_of_a_text_or_nothing(string older, string newer, string diff) => UnifiedDiff.Write(older, newer, "o", "n").ShouldBe(diff);

    [Property(MaxTest = 400)]
    public Property A_diff_applied_to_the_older_text_gives_the_newer() => Prop.ForAll(Texts().ToArbitrary(), texts =>
        Apply(texts.Older, UnifiedDiff.Write(texts.Older, texts.Newer, "o", "n")).ShouldBe(texts.Newer));

    [Fact]
    public void Texts_with_little_in_common_are_compared_all_the_same()
    {
        var older = string.Concat(Enumerable.Range(0, 6_000).Select(number => $"{number}\n"));
        var newer = string.Concat(Enumerable.Range(0, 6_000).Select(number => $"{number * 7 % 6_001}\n"));

        Apply(older, UnifiedDiff.Write(older, newer, "o", "n")).ShouldBe(newer);
    }

    private static Gen<(string Older, string Newer)> Texts()
    {
        var text = Gen.Elements("a\n", "b\n", "c\n", "\n", "年\n").ListOf().SelectMany(lines => Gen.Elements("", "end").Select(end => string.Concat(lines) + end));
        return text.SelectMany(older => text.Select(newer => (older, newer)));
    }

    /// <summary>As patch would: every line of context and every removed line has to be there.</summary>
    private static string Apply(string older, string diff)
    {
        var lines = Lines(older);
        var (result, at) = (new List<string>(), 0);
        var edits = diff.Split('\n').SkipWhile(line => !line.StartsWith("@@", StringComparison.Ordinal)).ToList();
        for (var index = 0; index < edits.Count - 1; index++)
        {
            if (edits[index].StartsWith("@@", StringComparison.Ordinal))
            {
                var range = edits[index].Split(' ')[1].TrimStart('-').Split(',');
                var from = int.Parse(range[0], CultureInfo.InvariantCulture) - (range is [_, "0"] ? 0 : 1);
                result.AddRange(lines[at..from]);
                at = from;
                continue;
            }
            if (edits[index][0] == '\\')
                continue;
            var text = edits[index][1..] + (edits[index + 1].StartsWith('\\') ? "" : "\n");
            if (edits[index][0] != '+')
                lines[at++].ShouldBe(text);
            if (edits[index][0] != '-')
                result.Add(text);
        }
        return string.Concat(result.Concat(lines[at..]));
    }

    private static List<string> Lines(string text) =>
        [.. text.Split('\n').Select((line, index) => (line, index)).Where(part => part.index < text.Split('\n').Length - 1 || part.line.Length > 0)
            .Select(part => part.index < text.Split('\n').Length - 1 ? part.line + "\n" : part.line)];
}
