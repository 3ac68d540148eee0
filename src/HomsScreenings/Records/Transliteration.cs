namespace HomsScreenings.Records;

/// <summary>
/// Letters of other scripts in Latin ones, letter by letter, as readable as that is: Cyrillic, Greek, Hebrew, Japanese syllables
/// and Korean letters. What is written in Han has no such letters.
/// </summary>
static class Transliteration
{
    static readonly Dictionary<char, string> Letters = Make();

    /// <summary>The letters for one of another script, in lower case and without marks; null where there are none.</summary>
    public static string? Of(char letter) => Letters.GetValueOrDefault(letter);

    static Dictionary<char, string> Make()
    {
        var letters = new Dictionary<char, string>();
        Add("абвгдежзийклмнопрстуфхцчшщъыьэюяєіґђјљњћџ",
            "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch - y - e yu ya ie i g dj j lj nj c dz");
        Add("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o");
        Add("אבגדהוזחטיכךלמםנןסעפףצץקרשת", "a b g d h v z ch t y k k l m m n n s a p p ts ts k r sh t");
        Add("あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんゃゅょっぁぃぅぇぉ", Syllables);
        Add("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンャュョッァィゥェォ", Syllables);
        Add("ー", "-");
        Follow('\u1100', "g gg n d dd r m b bb s ss - j jj ch k t p h");
        Follow('\u1161', "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i");
        Follow('\u11A8', "g gg gs n nj nh d l lg lm lb ls lt lp lh m b bs s ss ng j ch k t p h");
        return letters;

        void Add(string from, string to)
        {
            foreach (var (letter, latin) in from.Zip(to.Split(' '))) letters.Add(letter, latin == "-" ? "" : latin);
        }

        void Follow(char first, string to) => Add(string.Concat(Enumerable.Range(first, to.Split(' ').Length).Select(c => (char)c)), to);
    }

    const string Syllables = "a i u e o ka ki ku ke ko sa shi su se so ta chi tsu te to na ni nu ne no ha hi fu he ho ma mi mu me mo "
        + "ya yu yo ra ri ru re ro wa wo n ya yu yo - a i u e o";
}
