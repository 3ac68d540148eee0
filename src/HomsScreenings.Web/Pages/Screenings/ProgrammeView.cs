namespace HomsScreenings.Web.Pages.Screenings;

/// <summary>How the programme is looked at.</summary>
public enum ProgrammeView { List, Month, Map }
