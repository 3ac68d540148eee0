namespace HomsScreenings.Web.Site;

/// <summary>Why the program cannot do what it was started for, in one sentence for the person who started it.</summary>
public sealed class StartupProblem(string sentence) : Exception(sentence);
