using HomsScreenings.Bookings;
using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Desk;

/// <summary>What is worth a second look after a screening was saved; it stands in no way.</summary>
static class ScreeningRemarks
{
    extension(ScreeningsDb db)
    {
        /// <summary>' Please look twice: …', to be said after what was done; empty where there is nothing.</summary>
        public async Task<string> RemarksOnAsync(Screening screening, Organiser organiser, CancellationToken cancellationToken)
        {
            var remarks = new List<string>();
            if (screening.Seats is not null && await db.ShortageAsync(screening.Id, cancellationToken) is { } shortage)
                remarks.Add(
                    $" {shortage}: nobody is turned away by the site, so find more, or cancel bookings on the list of guests.");
            if (screening is { IsPublic: true, IsOn: true })
                foreach (var clash in await db.ClashesOfAsync(screening, organiser, cancellationToken))
                    remarks.Add($" Please look twice. {clash.Sentence}");
            return string.Concat(remarks);
        }

        /// <summary>The same after a venue was saved, whose rooms may have fewer seats now than are promised.</summary>
        public async Task<string> RemarksOnAsync(Venue venue, Organiser organiser, Instant now, CancellationToken cancellationToken)
        {
            var rest = await db.SeatRules
                .Where(r => r.Screening.Room!.VenueId == venue.Id && r.Screening.Capacity == null
                    && r.Screening.IsPublic && !r.Screening.IsOver(now))
                .OrderBy(r => r.ScreeningId).Select(r => r.ScreeningId).ToListAsync(cancellationToken);
            var lacking = new List<int>();
            foreach (var id in rest)
                if (await db.ShortageAsync(id, cancellationToken) is not null) lacking.Add(id);
            if (lacking.Count == 0) return "";
            var named = await db.Screenings.Where(s => lacking.Contains(s.Id)).NamedForAsync(organiser, cancellationToken);
            return $" More seats are promised than there are: {Texts.And(named.Select(n => n.Words))}.";
        }
    }
}
