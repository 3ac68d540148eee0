using HomsScreenings.Model;

namespace HomsScreenings.Programme;

/// <summary>A place in the order of the programme, which stays where it is while screenings are added around it.</summary>
/// <param name="Order"><see cref="Screening.ProgrammeOrder"/>.</param>
/// <param name="Id">The tie-break.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct PlaceInOrder(long Order, int Id)
{
    public static PlaceInOrder Of(ScreeningCard card) => new(card.ProgrammeOrder, card.Id);
}

/// <summary>What comes before and after a place in the order of the programme.</summary>
public static class ScreeningNeighbours
{
    extension(IQueryable<Screening> screenings)
    {
        /// <summary>What comes before, the nearest first.</summary>
        public IQueryable<Screening> Before(PlaceInOrder place) => screenings
            .Where(s => s.ProgrammeOrder < place.Order || (s.ProgrammeOrder == place.Order && s.Id < place.Id))
            .OrderByDescending(s => s.ProgrammeOrder).ThenByDescending(s => s.Id);

        /// <summary>What comes after, the nearest first.</summary>
        public IQueryable<Screening> After(PlaceInOrder place) => screenings
            .Where(s => s.ProgrammeOrder > place.Order || (s.ProgrammeOrder == place.Order && s.Id > place.Id))
            .InProgrammeOrder();
    }
}
