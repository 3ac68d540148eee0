using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Hosting;

/// <summary>
/// A journal in which every text that the public may not read has a word that stands nowhere else: of a draft, of what is scheduled and of
/// what was withdrawn, of comments that are not accepted, and the addresses of all who commented, subscribed or wait
/// for a screening near them.
/// </summary>
sealed class JournalMarkers
{
    /// <summary>What stands in public texts, so that a search that finds nothing at all is noticed.</summary>
    public const string VisibleEntry = "zqvisibleentryxv", VisibleComment = "zqvisiblecommentxv";

    readonly List<string> _words = [];

    /// <summary>The words; each stands in one text.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>What the entries are called in addresses; the first of them is public.</summary>
    public static IReadOnlyList<string> Slugs { get; } = ["public-entry", "draft-entry", "scheduled-entry", "withdrawn-entry"];

    public static async Task<JournalMarkers> PlantAsync(ScreeningsApp app)
    {
        var markers = new JournalMarkers();
        var film = await app.Programme.AddFilm("Return to Homs");
        var author = await app.Programme.AddPerson("Talal Derki");
        await app.InDbAsync(async db =>
        {
            var open = PublicEntry();
            var (draft, scheduled, withdrawn) = (markers.Entry(Slugs[1]), markers.Entry(Slugs[2]), markers.Entry(Slugs[3]));
            scheduled.Schedule(app.Clock.Now + Duration.FromDays(3), app.Clock.Now);
            foreach (var entry in new[] { open, withdrawn }) entry.Publish(app.Clock.Now);
            withdrawn.Correct(markers.New("correction"), app.Clock.Now);
            withdrawn.Withdraw("It was wrong.");
            foreach (var entry in new[] { open, draft, scheduled, withdrawn })
            {
                entry.AuthorId = author;
                entry.SetSubjects([new EntrySubject { FilmId = film }]);
            }
            db.AddRange(open, draft, scheduled, withdrawn);
            await db.SaveChangesAsync();
            var discussions = new[] { new Discussion { FilmId = film, IsOpen = true }, new Discussion { EntryId = open.Id, IsOpen = true },
                new Discussion { EntryId = withdrawn.Id, IsOpen = true } };
            db.AddRange(discussions);
            await db.SaveChangesAsync();
            markers._words.Add(db.IssueToken(TokenPurpose.EntryPreview, draft.Id, app.Clock.Now));
            foreach (var discussion in discussions) markers.AddComments(db, discussion, discussion.EntryId != withdrawn.Id, app.Clock.Now);
            await db.SaveChangesAsync();
            await markers.AddSubscriberAsync(db, app.Clock.Now);
            await markers.AddInterestAsync(db, film, app.Clock.Now);
            db.Add(new Mailing { EntryId = scheduled.Id, PlannedFor = app.Clock.Now });
            await db.SaveChangesAsync();
        });
        return markers;
    }

    string New(string what)
    {
        _words.Add($"zq{what}{_words.Count}xv");
        return _words[^1];
    }

    static JournalEntry PublicEntry()
    {
        var entry = new JournalEntry { Slug = Slugs[0], Kind = EntryKind.Article, Title = $"What one may read {VisibleEntry}" };
        entry.SetTags(["Homs"]);
        return entry;
    }

    JournalEntry Entry(string slug)
    {
        var entry = new JournalEntry { Slug = slug, Kind = EntryKind.Article, Title = $"What one may not read {New("title")}" };
        (entry.Standfirst, entry.Body, entry.Byline) = (New("standfirst"), New("body"), New("byline"));
        (entry.AuthorNote, entry.Publication, entry.Issue) = (New("note"), New("publication"), New("issue"));
        entry.OriginalUrl = $"https://{New("original")}.example";
        entry.SetTags([New("tag")]);
        entry.SetTranslations([new JournalEntryTranslation
        { Language = "ar", Title = New("titlear"), Standfirst = New("standfirstar"), Body = New("bodyar") }]);
        return entry;
    }

    // Somebody who follows words of their own, takes newsletters and lets organisations have the address.
    async Task AddSubscriberAsync(ScreeningsDb db, Instant now)
    {
        var email = $"{New("reader")}@example.org";
        var subscription = db.Add(new Subscription
        {
            Email = email,
            EmailKey = email,
            Filter = $"q={New("wish")}",
            Language = "en",
            Rhythm = SubscriptionRhythm.AtOnce,
            AskedAt = now,
            ConfirmedAt = now,
            ToldUntil = now,
            Newsletters = true,
            AddressSharedAt = now,
        }).Entity;
        await db.SaveChangesAsync();
        _words.Add(db.IssueToken(TokenPurpose.Subscription, subscription.Id, now));
    }

    // Somebody who waits for the film near them.
    async Task AddInterestAsync(ScreeningsDb db, int film, Instant now)
    {
        var email = $"{New("waits")}@example.org";
        var interest = db.Add(new Interest
        {
            FilmId = film,
            Email = email,
            EmailKey = email,
            Language = "en",
            Town = New("town"),
            Country = "GB",
            Part = "ENG",
            Latitude = 53.8,
            Longitude = -1.55,
            Km = 25,
            AskedAt = now,
            ConfirmedAt = now,
            LookedUntil = now,
        }).Entity;
        await db.SaveChangesAsync();
        (await db.Films.SingleAsync(f => f.Id == film)).ShowsInterest = true;
        await db.SaveChangesAsync();
        _words.Add(db.IssueToken(TokenPurpose.Interest, interest.Id, now));
    }

    void AddComments(ScreeningsDb db, Discussion discussion, bool isShown, Instant now)
    {
        Comment? accepted = null;
        foreach (var state in Enum.GetValues<CommentState>().Prepend(CommentState.Accepted))
        {
            var isPublic = isShown && state == CommentState.Accepted;
            var (name, text) = isPublic ? ("Ana", VisibleComment) : (New("name"), New("text"));
            var comment = Comment.Write(discussion.Id, null, $"{discussion.Id} {_words.Count} {state}", name, $"{New("mail")}@example.org",
                text, "en", now);
            if (state != CommentState.Unconfirmed) comment.Send(isHeld: state != CommentState.Accepted, now);
            if (state is CommentState.Declined or CommentState.Spam) comment.Decide(state, now);
            if (state == CommentState.Removed) comment.Remove(now);
            if (isPublic) accepted ??= comment;
            db.Add(comment);
        }
    }
}
