using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using NodaTime;

namespace HomsScreenings.Import;

/// <summary>Brings the pictures of a record to what a checked file says of them. A file that says nothing leaves them alone.</summary>
/// <param name="today">The day on which it is decided what may still be shown.</param>
sealed class PictureImporter(ScreeningsDb db, LocalDate today)
{
    public void Apply(IPictured record, IPicturedEntry entry)
    {
        if (entry.Pictures is not { } wanted) return;
        var left = record.Pictures.ToList();
        foreach (var (picture, position) in wanted.Select((p, i) => (p, i)))
        {
            var row = left.Find(p => p.Hash == picture.File);
            if (row is null) record.Pictures.Add(row = New(picture));
            left.Remove(row);
            Bring(row, picture, position);
        }
        db.Pictures.RemoveRange(left);
        record.ChoosePicture(deleted: left);
    }

    static Picture New(PictureEntry entry) => new()
    {
        Role = entry.Role!.Value,
        Hash = entry.File,
        Width = entry.Width,
        Height = entry.Height,
        Colour = entry.Colour,
    };

    void Bring(Picture picture, PictureEntry entry, int position)
    {
        (picture.Role, picture.Position) = (entry.Role!.Value, position);
        (picture.FocusX, picture.FocusY) = (entry.FocusX ?? PictureFile.Middle, entry.FocusY ?? PictureFile.Middle);
        (picture.AltText, picture.IsDecorative) = (entry.AltText, entry.Decorative);
        (picture.Caption, picture.Credit, picture.Source) = (entry.Caption, entry.Credit, entry.Source);
        picture.ShowUntil(entry.Until, today);
        picture.TextLanguage = entry.TextLanguage ?? Language.English.Tag;
        picture.SetTranslations(entry.Translations.Select(t =>
            new PictureTranslation { Language = t.Key, AltText = t.Value.AltText, Caption = t.Value.Caption }));
    }
}
