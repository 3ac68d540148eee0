using HomsScreenings.Model;
using NodaTime;

namespace HomsScreenings.Tests.Model;

/// <summary>When the sequence number rises, and by how much: calendar programs replace their entry by it.</summary>
public sealed class SequenceTests
{
    static readonly Instant Now = Instant.FromUtc(2026, 6, 1, 12, 0);
    static readonly LocalDate Date = new(2026, 6, 27);
    static readonly LocalTime Time = new(20, 30);

    static Screening Announced(bool published = true)
    {
        var screening = new Screening { Uid = "one", Slug = "one", CreatedAt = Now };
        screening.PlaceIn("Soho", "London", null, "GB", "Europe/London");
        screening.Schedule(Date, Time);
        if (published) screening.Publish(Now);
        return screening;
    }

    static ScreeningFilm Film(int id, int minutes)
    {
        var film = new Film { Slug = "film", Title = "Film", Kind = FilmKind.Documentary };
        film.RunningTimes.Add(new RunningTime { Minutes = minutes });
        return new ScreeningFilm { FilmId = id, Film = film };
    }

    public static TheoryData<string, int, Action<Screening>> Saves => new()
    {
        { "nothing", 0, _ => { } },
        { "the same date again", 0, s => s.Reschedule(Date, Time, false, null, null) },
        { "the same place again", 0, s => s.PlaceIn("Soho", "London", null, "GB", "Europe/London") },
        { "another text", 0, s => (s.Title, s.Description, s.DoorsMinutes) = ("Title", "Text", 30) },
        { "publishing twice", 0, s => s.Publish(Now) },
        { "an hour later", 1, s => s.Reschedule(Date, new LocalTime(21, 30), false, null, null) },
        { "another end", 1, s => s.Reschedule(Date, Time, false, new LocalTime(23, 0), null) },
        { "a talk after a film of unknown length", 0, s => s.SetParts(null, 45) },
        { "a talk after a film that lasts as long as was thought",
            1, s => s.Revise(() => { s.SetFilms([Film(1, Screening.DefaultMinutes)]); s.SetParts(null, 45); }) },
        { "a film with another running time", 1, s => s.SetFilms([Film(1, 94)]) },
        { "a film that lasts as long as was thought", 1, s => s.SetFilms([Film(1, Screening.DefaultMinutes)]) },
        { "the same film again", 1, s => { s.SetFilms([Film(1, 94)]); s.SetFilms([Film(1, 94)]); } },
        { "a film after it", 2, s => { s.SetFilms([Film(1, 94)]); s.SetFilms([Film(1, 94), Film(2, 12)]); } },
        { "somebody who speaks", 1, s => s.SetSpeakers([new Speaker { PersonId = 1 }]) },
        { "seats that are given away", 0, s => s.GiveAwaySeats(r => r.LargestParty = 4) },
        { "the address for those who have booked", 1, s => s.GiveAwaySeats(r => r.PrivateAddress = "12 Greek Street") },
        { "another part of town", 1, s => s.PlaceIn("Brixton", "London", null, "GB", "Europe/London") },
        { "another country", 1, s => s.PlaceIn("Soho", "London", null, "CA", "Europe/London") },
        { "a clock of another zone", 1, s => s.PlaceIn("Soho", "London", null, "GB", "Asia/Beirut") },
        { "cancelled", 1, s => s.Cancel("Flood") },
        { "cancelled, with another reason", 1, s => { s.Cancel("Flood"); s.Cancel("Fire"); } },
        { "cancelled and reinstated as two", 2, s => { s.Cancel("Flood"); s.Reinstate(); } },
        { "reinstated though it is on", 0, s => s.Reinstate() },
        { "postponed", 1, s => s.Postpone(null) },
        { "online", 1, s => s.MoveOnline("https://example.org/", null) },
        { "place, time and length at once", 1, s => s.Revise(() =>
            {
                s.PlaceIn("Brixton", "London", null, "GB", "Europe/London");
                s.Reschedule(Date.PlusDays(1), Time, false, null, null);
                s.SetFilms([Film(1, 94)]);
                s.SetParts(5, 30);
            }) },
        { "cancelled and reinstated as one", 0, s => s.Revise(() => { s.Cancel("Flood"); s.Reinstate(); }) },
        { "a revision within a revision",
            1, s => s.Revise(() => { s.Revise(() => s.Postpone(null)); s.PlaceIn(null, "Leeds", null, "GB", "Europe/London"); }) },
    };

    [Theory, MemberData(nameof(Saves))]
    public void It_rises_by_one_with_each_revision_of_time_place_programme_or_status(string what, int rise, Action<Screening> save)
    {
        var screening = Announced();
        save(screening);
        Assert.Equal((what, rise), (what, screening.Sequence));
    }

    [Fact]
    public void A_draft_has_none_to_raise()
    {
        var draft = Announced(published: false);
        draft.Reschedule(Date.PlusDays(7), Time, false, null, null);
        draft.PlaceIn(null, "Leeds", null, "GB", "Europe/London");
        draft.Publish(Now);
        Assert.Equal((0, ScreeningStatus.Published), (draft.Sequence, draft.Status));
    }

    [Fact]
    public void A_revision_reckons_the_new_date_with_the_clocks_of_the_new_place_only()
    {
        // 02:30 on 8 March 2026 is no time in Portland; 01:30 on 29 March none in London.
        var screening = new Screening { Uid = "one", Slug = "one", CreatedAt = Now };
        screening.PlaceIn(null, "London", null, "GB", "Europe/London");
        screening.Schedule(new(2026, 3, 8), new(2, 30));
        screening.Publish(Now);
        screening.Revise(() =>
        {
            screening.PlaceIn(null, "Portland", null, "US", "America/Los_Angeles");
            screening.Reschedule(new(2026, 3, 29), new(1, 30), false, null, null);
        });
        Assert.Equal((Instant.FromUtc(2026, 3, 29, 8, 30), 1), (screening.StartsAt, screening.Sequence));
        Assert.Equal((new LocalDate(2026, 3, 8), Instant.FromUtc(2026, 3, 8, 2, 30)), (screening.PreviousDate, screening.PreviousStartsAt));
    }

    [Fact]
    public void A_revision_that_fails_leaves_the_next_one_whole()
    {
        var screening = Announced();
        Assert.Throws<ArgumentException>(() => screening.Reschedule(new(2026, 3, 29), new(1, 30), false, null, null));
        screening.Reschedule(Date, new(21, 30), false, null, null);
        Assert.Equal(Instant.FromUtc(2026, 6, 27, 20, 30), screening.StartsAt);
    }

    [Fact]
    public void A_time_that_had_only_to_be_announced_is_no_rescheduling()
    {
        var screening = Announced(published: false);
        screening.Schedule(Date, null);
        screening.Publish(Now);
        screening.Reschedule(Date, Time, false, null, null);
        Assert.Equal((ScreeningStatus.Published, null, 1), (screening.Status, screening.PreviousDate, screening.Sequence));
    }

    [Fact]
    public void What_moved_online_stays_there_on_its_new_date()
    {
        var screening = Announced();
        screening.MoveOnline("https://example.org/", null);
        screening.Reschedule(Date.PlusDays(1), Time, false, null, "Storm");
        Assert.Equal((ScreeningStatus.MovedOnline, "https://example.org/", Date),
            (screening.Status, screening.OnlineUrl, screening.PreviousDate));
    }

    [Fact]
    public void A_draft_is_not_cancelled() =>
        Assert.Throws<InvalidOperationException>(() => Announced(published: false).Cancel("Flood"));
}
