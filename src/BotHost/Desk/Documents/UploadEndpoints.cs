using System.Text.Json.Nodes;
using Wenlu.BotHost.Desk.Documents.Pages;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Desk.Documents;

/// <summary>Documents from files: all in one form, or, with a script, one after another with their progress.</summary>
internal static class UploadEndpoints
{
    public const string Path = DeskEndpoints.Root + "/upload";

    public static void MapUpload(this RouteGroupBuilder desk)
    {
        desk.MapMethods("/upload", SiteEndpoints.Reading, (HttpContext context, UploadedFiles files) =>
            DeskEndpoints.Show<UploadPage>(context, new UploadModel(AudienceForm.Of(files.DefaultAudience), string.Empty, false, [])));
        desk.MapPost("/upload", TakeAsync).Holding(DeskForms.MostFiles);
    }

    private static async Task<IResult> TakeAsync(HttpContext context, UploadedFiles files, CancellationToken cancellationToken)
    {
        var (form, language) = (await context.Request.ReadFormAsync(cancellationToken), ReaderLanguage.Of(context.Request));
        var typed = new UploadModel(AudienceForm.Read(form), form["tags"].ToString(), form["replace"] == "1", []);
        // A form without a file still has a part for it, without a name.
        var sent = form.Files.Where(file => file.FileName.Length > 0).ToList();
        var errors = new FieldErrors();
        var lot = LotOf(typed, form, sent, errors);
        if (sent.Count == 0)
            errors.Add("files", DocumentDeskTexts.NoFiles);
        if (errors.Count > 0)
            return Show(context, typed with { Complaints = Complaints.Read(errors, language) }, StatusCodes.Status400BadRequest);
        var outcomes = new List<UploadOutcome>();
        foreach (var file in sent)
            outcomes.Add(await files.TakeAsync(file, lot!, DeskGate.EditorOf(context), language, cancellationToken));
        return Show(context, typed with { Outcomes = outcomes }, StatusCodes.Status200OK);
    }

    private static Lot? LotOf(UploadModel typed, IFormCollection form, IReadOnlyList<IFormFile> sent, FieldErrors errors)
    {
        var fields = new DocumentFields(FormList.ToElement(new JsonObject { ["tags"] = FormList.ToJson(FormList.ByComma(typed.Tags)), ["audience"] = typed.Audience.ToJson() }), errors);
        var (tags, audience) = (fields.Tags("tags"), fields.Audience("audience", Audience.Tenant));
        return audience is null ? null : new(audience, tags, sent.Select(UploadedFiles.NameOf).Concat(FormList.ByLine(form["names"].ToString())).ToHashSet(), typed.Replace);
    }

    /// <summary>A script sends one file at a time, and wants to know of that one only.</summary>
    private static IResult Show(HttpContext context, UploadModel model, int status) => context.Request.Headers.ContainsKey(DeskGate.TokenHeader)
        ? DeskEndpoints.Show<UploadResults>(context, model, status)
        : DeskEndpoints.Show<UploadPage>(context, model, status);
}
