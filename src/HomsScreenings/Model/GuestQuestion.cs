using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>What a guest asked from their page, and what the organisers answered.</summary>
public sealed class GuestQuestion
{
    public int Id { get; private set; }
    public required int BookingId { get; init; }
    public Booking Booking { get; private set; } = null!;
    public required string Text { get; init; }
    public required Instant AskedAt { get; init; }
    public string? Answer { get; set; }
    public Instant? AnsweredAt { get; set; }
    public int? AnsweredById { get; set; }
}

sealed class GuestQuestionConfiguration : IEntityTypeConfiguration<GuestQuestion>
{
    public void Configure(EntityTypeBuilder<GuestQuestion> table)
    {
        table.ToTable("GuestQuestions");
        table.Property(q => q.Text).HasMaxLength(BookingRequest.MaxText);
        table.Property(q => q.Answer).HasMaxLength(BookingRequest.MaxText);
        table.HasOne(q => q.Booking).WithMany().HasForeignKey(q => q.BookingId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne<User>().WithMany().HasForeignKey(q => q.AnsweredById).OnDelete(DeleteBehavior.SetNull);
    }
}
