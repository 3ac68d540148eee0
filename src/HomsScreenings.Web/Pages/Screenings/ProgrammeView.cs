namespace HomsScreenings.Web.Pages.Screenings;

/// <summary>How the programme is looked at: from the first time to the last, as a cinema prints it, as a calendar, as a map.</summary>
public enum ProgrammeView { List, Films, Venues, Month, Map }
