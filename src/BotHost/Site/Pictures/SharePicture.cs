using SkiaSharp;

namespace Wenlu.BotHost.Site.Pictures;

/// <summary>A question as the picture that stands beside links to it, in the look of the site's own.</summary>
internal static class SharePicture
{
    public const int Width = 1200;
    public const int Height = 630;

    private const float Margin = 90;
    private const float Top = 165;
    private const float Room = 330;
    private const float LineHeight = 1.32f;

    private static readonly float[] Sizes = [80, 68, 58, 50, 44];

    private static readonly SKColor Ground = SKColor.Parse("#1d4ed8");
    private static readonly SKColor Quiet = SKColor.Parse("#c7d6ff");
    private static readonly SKColor Goal = SKColor.Parse("#fde047");

    /// <param name="question">Clean, and written in characters that the face has.</param>
    /// <param name="name">Of the site.</param>
    /// <param name="tagline">Its promise.</param>
    /// <param name="face">To write with.</param>
    public static byte[] Draw(string question, string name, string tagline, SKTypeface face)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height, SKColorType.Rgb888x));
        var canvas = surface.Canvas;
        canvas.Clear(Ground);
        DrawWay(canvas);
        Write(canvas, face, name, 36, 112, Quiet);
        DrawQuestion(canvas, face, question);
        Write(canvas, face, tagline, 32, 560, Quiet);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static void DrawQuestion(SKCanvas canvas, SKTypeface face, string question)
    {
        var (lines, size) = Fit(face, question);
        // In the middle of its room, so that a short question does not hang from the top.
        var first = Top + (Room - lines.Count * size * LineHeight) / 2 + size;
        foreach (var (number, line) in lines.Index())
            Write(canvas, face, line, size, first + number * size * LineHeight, SKColors.White);
    }

    /// <summary>The largest letters in which all of it has room; in the smallest, as much as has.</summary>
    private static (IReadOnlyList<string> Lines, float Size) Fit(SKTypeface face, string question)
    {
        foreach (var size in Sizes)
        {
            using var font = FontOf(face, size);
            bool Fits(string line) => font.MeasureText(line) <= Width - 2 * Margin;
            var (lines, most) = (PictureText.Wrap(question, Fits), (int)(Room / (size * LineHeight)));
            if (lines.Count <= most)
                return (lines, size);
            if (size == Sizes[^1])
                return ([.. lines.Take(most - 1), PictureText.Shorten(lines[most - 1], Fits)], size);
        }

        return ([], Sizes[^1]);
    }

    private static void Write(SKCanvas canvas, SKTypeface face, string text, float size, float baseline, SKColor color)
    {
        using var font = FontOf(face, size);
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        canvas.DrawText(text, Margin, baseline, SKTextAlign.Left, font, paint);
    }

    private static SKFont FontOf(SKTypeface face, float size) => new(face, size) { Edging = SKFontEdging.Antialias, Subpixel = true, Embolden = !face.IsBold };

    /// <summary>The way of the site's sign, in the corner that texts leave free.</summary>
    private static void DrawWay(SKCanvas canvas)
    {
        using var way = SKPath.ParseSvgPathData("M935 592c0-34 30-30 75-37s75-2 75-33");
        using var dashes = SKPathEffect.CreateDash([22, 20], 0);
        using var stroke = new SKPaint { Color = SKColors.White.WithAlpha(230), Style = SKPaintStyle.Stroke, StrokeWidth = 11, StrokeCap = SKStrokeCap.Round, PathEffect = dashes, IsAntialias = true };
        using var white = new SKPaint { Color = SKColors.White, IsAntialias = true };
        using var goal = new SKPaint { Color = Goal, IsAntialias = true };
        canvas.DrawPath(way, stroke);
        canvas.DrawCircle(935, 592, 14, white);
        canvas.DrawCircle(1085, 522, 17, goal);
    }
}
