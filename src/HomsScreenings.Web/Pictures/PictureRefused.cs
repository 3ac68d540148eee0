namespace HomsScreenings.Web.Pictures;

/// <summary>Why a file is not taken as a picture.</summary>
public enum PictureRefusal { NoPicture, TooManyBytes, TooManyPixels, TooSmall, Damaged, NoRoom }

/// <summary>A file is not taken as a picture.</summary>
public sealed class PictureRefused(PictureRefusal reason) : Exception(PictureRefusals.Words(reason))
{
    public PictureRefusal Reason => reason;
}

public static class PictureRefusals
{
    /// <summary>The reason as it is said beside the field.</summary>
    public static string Words(PictureRefusal reason) => reason switch
    {
        PictureRefusal.NoPicture => "This is no picture that can be read here: JPEG, PNG, WebP and AVIF can. A picture from a telephone "
            + "that is HEIC can be saved as JPEG first.",
        PictureRefusal.TooManyBytes => $"The file is too large: at most {PictureLimits.MaxBytes / (1024 * 1024)} MB.",
        PictureRefusal.TooManyPixels =>
            $"The picture is too large: at most {PictureLimits.MaxSide} pixels a side, and {PictureLimits.MaxPixels / 1_000_000} million in all.",
        PictureRefusal.TooSmall => $"The picture is too small: at least {PictureLimits.MinSide} pixels a side.",
        PictureRefusal.Damaged => "The picture is damaged or incomplete. Save it anew and send it once more.",
        _ => "There is no room left on the machine for another picture. Whoever runs the site has to make some.",
    };
}
