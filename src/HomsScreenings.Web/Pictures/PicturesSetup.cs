using HomsScreenings.Web.Site;

namespace HomsScreenings.Web.Pictures;

/// <summary>Where files are kept.</summary>
/// <param name="WorkFolder">Where a picture lies while it is made; nothing stays there.</param>
public sealed record PictureOptions(string WorkFolder);

static class PicturesSetup
{
    /// <summary>Files are kept in a folder, 'App_Data/media', unless Media:Store says 'Database'.</summary>
    /// <exception cref="StartupProblem">It says something else.</exception>
    public static void AddPictures(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        builder.Services.AddSingleton(new PictureOptions(Path.Combine(Path.GetTempPath(), "homs-screenings")));
        builder.Services.AddSingleton<PictureProcess>();
        builder.Services.AddSingleton<PictureStore>();
        switch (settings["Media:Store"]?.ToUpperInvariant())
        {
            case null or "" or "FOLDER":
                var folder = settings["Media:Folder"] is { Length: > 0 } given ? given : Path.Combine("App_Data", "media");
                builder.Services.AddSingleton<IFileStore>(
                    new FolderFileStore(Path.Combine(builder.Environment.ContentRootPath, folder)));
                break;
            case "DATABASE":
                builder.Services.AddSingleton<IFileStore, DatabaseFileStore>();
                break;
            default:
                throw new StartupProblem($"The setting Media:Store is '{settings["Media:Store"]}'; it can be 'Folder' or 'Database'.");
        }
    }
}
