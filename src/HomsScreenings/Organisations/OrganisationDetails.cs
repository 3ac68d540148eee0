using System.Linq.Expressions;
using HomsScreenings.Pictures;
using HomsScreenings.Model;
using HomsScreenings.Text.Languages;

namespace HomsScreenings.Organisations;

/// <summary>An organisation that presents a series, and its part in it.</summary>
public sealed record PartnerLine(string Slug, string Name, string? Part);

/// <summary>What an organisation's page says of it.</summary>
public sealed record OrganisationDetails(int Id, string Slug, string Name, string? About, string? Website, string? PublicEmail,
    List<PictureLine> Pictures)
{
    public static readonly Expression<Func<Organisation, OrganisationDetails>> Of =
        o => new OrganisationDetails(o.Id, o.Slug, o.Name, o.About, o.Website, o.PublicEmail,
            o.Pictures.LinesIn(Language.Current.Tag));
}
