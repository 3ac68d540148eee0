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
/// The one model, the same on every database. Saving what the public is shown takes all the steps that belong to it
/// (<see cref="SaveSteps"/>), in one transaction.
/// </summary>
public sealed class ScreeningsDb(DbContextOptions<ScreeningsDb> options, SaveSteps steps, Versions versions, TimeProvider clock)
    : IdentityDbContext<User, IdentityRole<int>, int>(options)
{
    public DbSet<Film> Films => Set<Film>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Venue> Venues => Set<Venue>();
    public DbSet<ScreeningSeries> Series => Set<ScreeningSeries>();
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<Screening> Screenings => Set<Screening>();
    public DbSet<JournalEntry> Journal => Set<JournalEntry>();
    public DbSet<EntryRevision> EntryRevisions => Set<EntryRevision>();
    public DbSet<Discussion> Discussions => Set<Discussion>();
    public DbSet<Mailing> Mailings => Set<Mailing>();
    public DbSet<Comment> Comments => Set<Comment>();
    public DbSet<BlockedAddress> BlockedAddresses => Set<BlockedAddress>();
    public DbSet<Subscription> Subscriptions => Set<Subscription>();
    public DbSet<Interest> Interests => Set<Interest>();
    public DbSet<IndexedScreening> Indexed => Set<IndexedScreening>();
    public DbSet<KnownWord> KnownWords => Set<KnownWord>();
    public DbSet<Picture> Pictures => Set<Picture>();
    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();
    public DbSet<Member> Members => Set<Member>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<Token> Tokens => Set<Token>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<SecurityEvent> SecurityEvents => Set<SecurityEvent>();
    public DbSet<KeptForm> KeptForms => Set<KeptForm>();
    public DbSet<SeatRules> SeatRules => Set<SeatRules>();
    public DbSet<Booking> Bookings => Set<Booking>();
    public DbSet<GuestQuestion> GuestQuestions => Set<GuestQuestion>();
    public DbSet<GuestListView> GuestListViews => Set<GuestListView>();
    public DbSet<AnnouncedVersion> AnnouncedVersions => Set<AnnouncedVersion>();
    public DbSet<CheckInCount> CheckInCounts => Set<CheckInCount>();
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    public DbSet<Lease> Leases => Set<Lease>();
    public DbSet<PastSlug> PastSlugs => Set<PastSlug>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<VersionRow> Versions => Set<VersionRow>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>
    /// The screenings that have these words: the database's own full-text search. The expression is of words in
    /// <see cref="Text.SearchKey"/> form, 'word*' for its beginning, AND, OR and brackets.
    /// </summary>
    public IQueryable<SearchHit> ScreeningSearch(string expression) => FromExpression(() => ScreeningSearch(expression));

    /// <summary>The moment of the clock by which it saves.</summary>
    internal Instant Now => clock.Now();

    /// <summary>What need not be read again while nobody saves.</summary>
    internal ProgrammeMemoryCache Memory => versions.Memory;

    /// <summary>The version of an area, as far as this process knows.</summary>
    internal long NumberOf(Area area) => versions.Of(area).Number;

    /// <summary>Who is at the desk, for the history; null for commands and the program itself.</summary>
    public int? ActorId { get; set; }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(ScreeningsDb).Assembly);
        builder.HasDbFunction(() => ScreeningSearch(""));
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Instant>().HaveConversion<InstantConverter>();
        conventions.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
        conventions.Properties<LocalTime>().HaveConversion<LocalTimeConverter>();
        conventions.Properties<PictureFile>().HaveConversion<PictureFileConverter>().HaveMaxLength(PictureFile.MaxLength);
        conventions.Properties<List<AgeRating>>().HaveConversion<AgeRatingsConverter, AgeRatingsComparer>();
        conventions.Properties<List<string>>().HaveConversion<CodesConverter, CodesComparer>().HaveMaxLength(Lengths.Line);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save with SaveChangesAsync: it is the one that keeps the records.");

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        await AccountChanges.EndWhatRestsOnThemAsync(this, cancellationToken);
        if (!Save.IsShown(ChangeTracker)) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (Database.CurrentTransaction is { } callers) return await callers.OrNothingAsync(SaveAsync, cancellationToken);
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        var rows = await SaveAsync();
        await transaction.CommitAsync(cancellationToken);
        return rows;

        // The whole is taken back or nothing, so EF Core needs no savepoints within it: with one SQLite writes the former
        // content of every page that it changes to a file besides.
        async Task<int> SaveAsync()
        {
            var savepoints = Database.AutoSavepointsEnabled;
            Database.AutoSavepointsEnabled = false;
            try { return await steps.RunAsync(new Save(this, clock.Now()), WriteAsync, cancellationToken); }
            finally { Database.AutoSavepointsEnabled = savepoints; }
        }

        Task<int> WriteAsync() => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>
    /// Raises the version of an area with the commit of the transaction that is under way: saving does it by itself, and
    /// what is changed in another way has to say so. This process and the others know of it after the commit.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    public void Raise(Area area) => Raised.Note(area);

    internal RaisedAreas Raised => field ??= new RaisedAreas(this, versions);
}
