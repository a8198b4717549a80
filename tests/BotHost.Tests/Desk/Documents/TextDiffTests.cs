using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Wenlu.BotHost.Desk.Documents;

namespace Wenlu.BotHost.Tests.Desk.Documents;

public sealed class TextDiffTests
{
    [Fact]
    public void A_changed_paragraph_shows_what_changed_in_it()
    {
        var rows = TextDiff.Between("# 假期\n\n入职满一年者，年假十天。\n", "# 假期\n\n入职满一年者，年假十二天。\n");

        rows.Select(row => row.Kind).ShouldBe([DiffKind.Same, DiffKind.Same, DiffKind.Removed, DiffKind.Added]);
        rows[2].Parts.ShouldBe([new("入职满一年者，年假十天。", false)]);
        rows[3].Parts.ShouldBe([new("入职满一年者，年假十", false), new("二", true), new("天。", false)]);
        (rows[2].Before, rows[2].After, rows[3].Before, rows[3].After).ShouldBe((3, null, null, 3));
    }

    [Fact]
    public void Lines_with_little_in_common_are_not_marked()
    {
        var rows = TextDiff.Between("一二三四五", "完全不同的一句");

        rows.ShouldAllBe(row => row.Parts.Count == 1 && !row.Parts[0].IsChanged);
    }

    [Fact]
    public void What_is_the_same_and_far_from_a_change_is_left_out()
    {
        var before = string.Join('\n', Enumerable.Range(1, 40));
        var rows = TextDiff.Between(before, before.Replace("20", "twenty", StringComparison.Ordinal));

        rows.Select(row => row.Kind).ShouldBe(
        [
            DiffKind.Skipped, DiffKind.Same, DiffKind.Same, DiffKind.Same, DiffKind.Removed, DiffKind.Added, DiffKind.Same, DiffKind.Same, DiffKind.Same, DiffKind.Skipped,
        ]);
        rows[1].Before.ShouldBe(17);
    }

    [Fact]
    public void Equal_texts_have_no_rows() => TextDiff.Between("a\nb", "a\nb").ShouldBeEmpty();

    [Property(MaxTest = 300)]
    public Property Every_line_that_differs_is_there_whole_under_its_number() => Prop.ForAll(Texts().ToArbitrary(), texts =>
    {
        var (older, newer) = (texts.Older.Split('\n'), texts.Newer.Split('\n'));
        var rows = TextDiff.Between(texts.Older, texts.Newer);
        foreach (var row in rows.Where(row => row.Kind != DiffKind.Skipped))
        {
            var line = string.Concat(row.Parts.Select(part => part.Text));
            if (row.Before is { } before)
                older[before - 1].ShouldBe(line);
            if (row.After is { } after)
                newer[after - 1].ShouldBe(line);
        }
        var removed = rows.Where(row => row.Kind == DiffKind.Removed).Select(row => row.Before!.Value - 1).ToHashSet();
        var added = rows.Where(row => row.Kind == DiffKind.Added).Select(row => row.After!.Value - 1).ToHashSet();
        older.Where((_, line) => !removed.Contains(line)).ShouldBe(newer.Where((_, line) => !added.Contains(line)));
    });

    /// <summary>Of few different lines, so that much is the same; none empty, since a break at the end makes no line.</summary>
    private static Gen<(string Older, string Newer)> Texts()
    {
        var text = Gen.Elements("年假十天", "年假十二天", "leave of ten days", "leave of two days", "x").NonEmptyListOf().Select(lines => string.Join('\n', lines));
        return from older in text from newer in text select (older, newer);
    }
}
