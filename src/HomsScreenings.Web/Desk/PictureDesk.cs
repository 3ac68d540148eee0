using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Desk;

/// <summary>The records that have pictures, as the desk's addresses name them.</summary>
static class PictureDesk
{
    /// <summary>A record that the organiser may edit, with all its pictures; null where there is none.</summary>
    public static async Task<IPictured?> FindPicturedAsync(
        this ScreeningsDb db, Organiser organiser, string kind, string slug, CancellationToken cancellationToken) => kind switch
        {
            "films" => await db.Films.EditableBy(organiser).WholeAsync(slug, cancellationToken),
            "people" => await db.People.EditableBy(organiser).WholeAsync(slug, cancellationToken),
            "venues" => await db.Venues.EditableBy(organiser).WholeAsync(slug, cancellationToken),
            "journal" => await db.Journal.EditableBy(organiser).WholeAsync(slug, cancellationToken),
            "series" => await db.Series.EditableBy(organiser).WholeAsync(slug, cancellationToken),
            _ => await OfOrganisationAsync(db, organiser, slug, cancellationToken),
        };

    // Who may not say what an organisation is may not show it otherwise either.
    static async Task<IPictured?> OfOrganisationAsync(
        ScreeningsDb db, Organiser organiser, string slug, CancellationToken cancellationToken) =>
        await db.Organisations.EditableBy(organiser).WholeAsync(slug, cancellationToken) is { } organisation
            && organiser.CanDescribe(organisation.Id) ? organisation : null;

    static Task<T?> WholeAsync<T>(this IQueryable<T> records, string slug, CancellationToken cancellationToken)
        where T : class, IPictured =>
        records.WithSlug(slug).Include(r => r.Pictures).ThenInclude(p => p.Translations).SingleOrDefaultAsync(cancellationToken);

    /// <summary>What the record is called, where its name is not in its address.</summary>
    public static string NameOf(IRecord record) => record switch
    {
        Film film => film.Title,
        Person person => person.Name,
        Venue venue => venue.Name,
        ScreeningSeries series => series.Title,
        Organisation organisation => organisation.Name,
        JournalEntry entry => entry.Title,
        _ => record.Slug,
    };

    /// <summary>The roles that a picture of the record can have; the first is the usual one.</summary>
    public static IReadOnlyList<PictureRole> RolesOf(IPictured record) => record switch
    {
        Film => [PictureRole.Still, PictureRole.Poster],
        Person => [PictureRole.Portrait],
        Venue => [PictureRole.Venue, PictureRole.Logo],
        ScreeningSeries => [PictureRole.Poster, PictureRole.Still, PictureRole.Logo],
        JournalEntry => [PictureRole.Still, PictureRole.Portrait, PictureRole.Poster],
        _ => [PictureRole.Logo],
    };

    /// <summary>Puts the pictures in another order: one of them a place forward.</summary>
    public static void MoveForward(this IPictured record, Picture picture)
    {
        var order = record.Pictures.OrderBy(p => p.Position).ThenBy(p => p.Id).ToList();
        var at = order.IndexOf(picture);
        if (at > 0) (order[at - 1], order[at]) = (order[at], order[at - 1]);
        for (var i = 0; i < order.Count; i++) order[i].Position = i;
        record.ChoosePicture();
    }
}
