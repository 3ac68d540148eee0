using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>One sign-in of an account on one device. To delete the row is to end it, wherever its cookie lies.</summary>
public sealed class Session
{
    /// <summary>However busily it is used, a session ends so long after it began.</summary>
    public static readonly Duration MaxAge = Duration.FromDays(30);

    /// <summary>The same for those who run the site.</summary>
    public static readonly Duration MaxAgeOfAdministrators = Duration.FromHours(12);

    /// <summary>A use is written down that seldom: nobody needs to know it to the minute.</summary>
    public static readonly Duration NotedEvery = Duration.FromHours(1);

    /// <summary>Random; the cookie names it.</summary>
    public Guid Id { get; private set; } = Guid.NewGuid();
    public required int UserId { get; init; }
    public required Instant BegunAt { get; init; }
    public required Instant LastUsedAt { get; init; }
}

sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> table)
    {
        table.ToTable("Sessions");
        table.Property(s => s.Id).ValueGeneratedNever();
        table.HasIndex(s => s.UserId);
        table.HasOne<User>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
