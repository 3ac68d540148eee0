using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Validation;

namespace HomsScreenings.Desk;

/// <summary>An organisation as a person types it.</summary>
public sealed class OrganisationInput : IVersionedInput
{
    public int Version { get; set; }

    [Required(ErrorMessage = "An organisation needs a name."), TitleText]
    public string? Name { get; set; }

    [DataType(DataType.MultilineText), Markdown]
    public string? About { get; set; }

    [WebAddress, DataType(DataType.Url)]
    public string? Website { get; set; }

    [EmailText, Display(Name = "Email address for the public"), DataType(DataType.EmailAddress)]
    public string? PublicEmail { get; set; }

    [SlugText, Display(Name = "Address")]
    public string? Slug { get; set; }

    public static OrganisationInput Of(Organisation organisation) => new()
    {
        Version = organisation.Version,
        Name = organisation.Name,
        About = organisation.About,
        Website = organisation.Website,
        PublicEmail = organisation.PublicEmail,
        Slug = organisation.Slug,
    };

    /// <summary>A new organisation with what was typed; to be called once it is valid.</summary>
    public async Task<Organisation> ToOrganisationAsync(ScreeningsDb db, CancellationToken cancellationToken)
    {
        var wanted = Slug ?? Records.Slug.From("organisation", Name);
        var organisation = new Organisation { Slug = await db.FreeSlugAsync<Organisation>(wanted, null, cancellationToken), Name = Name! };
        Describe(organisation);
        return organisation;
    }

    /// <summary>Writes what was typed; to be called once it is valid. An empty address leaves it as it is.</summary>
    public async Task ApplyToAsync(Organisation organisation, ScreeningsDb db, CancellationToken cancellationToken)
    {
        if (Slug is not null && Slug != organisation.Slug)
            organisation.Slug = await db.FreeSlugAsync<Organisation>(Slug, organisation.Id, cancellationToken);
        organisation.Name = Name!;
        Describe(organisation);
    }

    void Describe(Organisation organisation) =>
        (organisation.About, organisation.Website, organisation.PublicEmail) = (About, Website, PublicEmail);
}
