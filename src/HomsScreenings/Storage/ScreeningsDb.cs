using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Text;
using HomsScreenings.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Storage;

/// <summary>
/// The one model, the same on every database. Saving a record also raises its version and the programme stamp and
/// writes the history, all in one transaction; see <see cref="RecordKeeping"/>.
/// </summary>
public sealed class ScreeningsDb(DbContextOptions<ScreeningsDb> options, SaveSteps steps, ProgrammeVersion stamp, TimeProvider clock)
    : IdentityDbContext<User, IdentityRole<int>, int>(options)
{
    public DbSet<Film> Films => Set<Film>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Venue> Venues => Set<Venue>();
    public DbSet<ScreeningSeries> Series => Set<ScreeningSeries>();
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<Screening> Screenings => Set<Screening>();
    public DbSet<IndexedScreening> Indexed => Set<IndexedScreening>();
    public DbSet<KnownWord> KnownWords => Set<KnownWord>();
    public DbSet<Member> Members => Set<Member>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<SecretLink> SecretLinks => Set<SecretLink>();
    public DbSet<SeatRules> SeatRules => Set<SeatRules>();
    public DbSet<Booking> Bookings => Set<Booking>();
    public DbSet<GuestLink> GuestLinks => Set<GuestLink>();
    public DbSet<GuestQuestion> GuestQuestions => Set<GuestQuestion>();
    public DbSet<GuestListView> GuestListViews => Set<GuestListView>();
    public DbSet<AnnouncedVersion> AnnouncedVersions => Set<AnnouncedVersion>();
    public DbSet<CheckInCount> CheckInCounts => Set<CheckInCount>();
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    public DbSet<Lease> Leases => Set<Lease>();
    public DbSet<PastSlug> PastSlugs => Set<PastSlug>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<ProgrammeVersionRow> ProgrammeVersions => Set<ProgrammeVersionRow>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>
    /// The screenings that have these words: the database's own full-text search. The expression is of words in
    /// <see cref="Text.SearchKey"/> form, 'word*' for its beginning, AND, OR and brackets.
    /// </summary>
    public IQueryable<SearchHit> ScreeningSearch(string expression) => FromExpression(() => ScreeningSearch(expression));

    /// <summary>What need not be read again while nobody saves.</summary>
    internal ProgrammeMemoryCache Memory => stamp.Memory;

    /// <summary>Who is at the desk, for the history; null for commands and the program itself.</summary>
    public int? ActorId { get; set; }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(ScreeningsDb).Assembly);
        builder.HasDbFunction(() => ScreeningSearch(""));
        builder.Entity<ProgrammeVersionRow>().ToTable("ProgrammeStamp").HasData(new ProgrammeVersionRow { Value = 1 });
        builder.Entity<ProgrammeVersionRow>().Property(s => s.Id).ValueGeneratedNever();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Instant>().HaveConversion<InstantConverter>();
        conventions.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
        conventions.Properties<LocalTime>().HaveConversion<LocalTimeConverter>();
        conventions.Properties<List<string>>().HaveConversion<CodesConverter, CodesComparer>().HaveMaxLength(Lengths.Line);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save with SaveChangesAsync: it is the one that keeps the records.");

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        if (!Save.IsOfRecords(ChangeTracker)) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (Database.CurrentTransaction is not null)
            throw new InvalidOperationException("Records are saved in one SaveChangesAsync, which makes its own transaction: the stamp may be known only after the commit.");
        var save = new Save(this, clock.Now());
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        var rows = await steps.RunAsync(save, () => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken), cancellationToken);
        var raised = await RaiseVersionAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        stamp.Advance(raised);
        return rows;
    }

    /// <summary>Writes what a step of a save has added, without the steps running once more.</summary>
    internal Task<int> WriteAsync(CancellationToken cancellationToken) => base.SaveChangesAsync(true, cancellationToken);

    /// <summary>
    /// Raises the stamp inside a transaction, and tells the other processes, who hear it with the commit. Afterwards
    /// the caller lets this process learn it.
    /// </summary>
    internal async Task<long> RaiseVersionAsync(CancellationToken cancellationToken)
    {
        await ProgrammeVersions.ExecuteUpdateAsync(s => s.SetProperty(r => r.Value, r => r.Value + 1), cancellationToken);
        var raised = await ProgrammeVersions.Select(s => s.Value).SingleAsync(cancellationToken);
        if (stamp.Announce is { } announce) await announce(this, raised, cancellationToken);
        return raised;
    }
}
