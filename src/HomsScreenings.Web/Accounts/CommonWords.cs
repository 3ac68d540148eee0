using System.Collections.Frozen;

namespace HomsScreenings.Web.Accounts;

/// <summary>
/// Words of which people make passwords, put together by what they are about: what is asked for, feelings, the seasons
/// and the calendar, first names, teams and sports, animals, colours, towns, and what a cinema has to do with.
/// </summary>
static class CommonWords
{
    const string Words =
        """
        pass password passwort passe motdepasse contrasena parola senha secret geheim login logon signin admin administrator root user
        username account guest test testing tester temp temporary default change changeme letmein welcome willkommen bienvenue hello
        hallo bonjour hola access access14 enter open private security secure master computer internet server system network windows
        google facebook twitter youtube microsoft android samsung iphone apple linux minecraft pokemon starwars batman superman spiderman
        ironman matrix gandalf hobbit zelda mario nintendo playstation xbox game gamer gaming trust trustno monkey dragon shadow ninja
        killer hunter ranger cowboy pirate soldier warrior knight wizard phoenix thunder lightning storm thunderbird mustang ferrari
        porsche mercedes corvette camaro harley yamaha honda toyota maverick cheese cookie chocolate banana orange cherry peanut pepper
        ginger butter coffee pizza whiskey baseball basketball football soccer hockey tennis golf swimming volleyball softball rugby
        cricket player team club champion winner united city liverpool chelsea arsenal manchester everton tottenham barcelona realmadrid
        juventus milan bayern dortmund schalke hamburg berlin london paris madrid roma vienna munich dublin leeds bristol glasgow
        newyork chicago boston dallas texas florida california america canada england ireland scotland germany france spain italy
        australia brazil mexico russia china japan india syria homs damascus aleppo cairo egypt beirut
        love lover loveyou iloveyou ilove forever together always family friend friends mother father mama papa daddy mommy sister
        brother baby babygirl babyboy princess prince queen king angel heaven devil jesus christ church faith blessed happy happiness
        smile lucky sunshine sunflower beautiful sweet sweetheart honey darling kisses flower rose lovely cutie pretty gorgeous sexy
        freedom liberty peace dream dreams hope believe unbelievable amazing awesome fantastic perfect forgot remember whatever nothing
        something everything nobody somebody
        spring summer autumn fall winter season sommer herbst fruehling ete hiver printemps
        january february march april june july august september october november december januar februar maerz juni juli oktober dezember
        monday tuesday wednesday thursday friday saturday sunday today tomorrow morning night midnight weekend holiday vacation
        christmas xmas easter halloween birthday newyear
        michael jennifer jessica ashley amanda daniel andrew joshua matthew robert thomas william richard charles joseph anthony
        christopher nicholas jonathan benjamin alexander alexandra alexandria elizabeth victoria stephanie michelle nicole samantha
        charlie jordan jackson hannah patrick george harry oliver oscar lucas martin simon peter steven stephen kevin brian justin
        brandon tyler dylan austin madison morgan taylor lauren rachel rebecca sarah laura julia maria andrea angela barbara patricia
        margaret katherine catherine christina christine caroline charlotte isabella sophia olivia emma anna mohammed muhammad ahmed
        ali omar hassan hussein fatima aisha mariam yusuf ibrahim mahmoud khaled
        dog puppy doggie cat kitty kitten tiger lion eagle falcon wolf bear panther jaguar horse pony bird butterfly dolphin elephant
        penguin rabbit snoopy garfield bailey buddy max bella lucky molly daisy maggie
        black white blue green yellow purple orange silver golden gold diamond crystal rainbow red pink
        star stars moon sun sky water fire earth ocean river mountain island forest garden house home school college university
        student teacher doctor music guitar piano drummer metallica nirvana beatles slipknot blink rock party dance dancer
        cinema cinemas kino film films movie movies theatre theater screen screening screenings festival festivals programme organiser
        organizer organise office work company business money dollar million manager director producer returntohoms homsscreenings
        correct battery staple correcthorsebatterystaple one two three four five six seven eight nine ten first second number
        the and for you your yours our my mine me not new old big best good great super mega little
        """;

    static readonly FrozenDictionary<char, string[]> ByFirst = Words
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)
        .GroupBy(word => word[0]).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    public static IEnumerable<string> BeginningWith(char first) => ByFirst.GetValueOrDefault(first, []);
}
