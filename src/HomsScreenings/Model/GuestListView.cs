using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>In what form somebody saw who comes.</summary>
public enum GuestListForm { List, Door, Print, File }

/// <summary>One look at the guests of a screening: who looked, when, and in what form.</summary>
public sealed class GuestListView
{
    public int Id { get; private set; }
    public required int ScreeningId { get; init; }
    /// <summary>Null once the account has been deleted.</summary>
    public required int? UserId { get; init; }
    public required GuestListForm Form { get; init; }
    public required Instant At { get; init; }
}

sealed class GuestListViewConfiguration : IEntityTypeConfiguration<GuestListView>
{
    public void Configure(EntityTypeBuilder<GuestListView> table)
    {
        table.ToTable("GuestListViews");
        table.IsOneOf<GuestListView, GuestListForm>(nameof(GuestListView.Form));
        table.HasIndex(v => new { v.ScreeningId, v.At });
        table.HasOne<Screening>().WithMany().HasForeignKey(v => v.ScreeningId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne<User>().WithMany().HasForeignKey(v => v.UserId).OnDelete(DeleteBehavior.SetNull);
    }
}
