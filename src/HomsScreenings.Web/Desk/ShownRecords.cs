using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Records;
using HomsScreenings.Storage;

namespace HomsScreenings.Web.Desk;

/// <summary>
/// What a public page may show in this request: what is published; and where the desk looks at it beforehand, what the
/// organiser may edit.
/// </summary>
public sealed class ShownRecords(CurrentOrganiser desk)
{
    /// <summary>Whether an organiser looks at the page beforehand.</summary>
    public bool IsPreview { get; set; }

    public IQueryable<T> Of<T>(IQueryable<T> records) where T : class, IDraftable, IOwned =>
        IsPreview ? records.EditableBy(desk.Value) : records.Published();
}
