namespace HomsScreenings.Text;

/// <summary>
/// Currencies by their codes of three letters (ISO 4217), those that are no longer paid with included: what a screening cost
/// once stays as it was.
/// </summary>
public static class CurrencyCodes
{
    /// <summary>How many decimals most of them have.</summary>
    public const int UsualDecimals = 2;

    static readonly Dictionary<string, int> Decimals = Make();

    static Dictionary<string, int> Make()
    {
        var known = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        Add(0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF");
        Add(0, "ADP BEF BYR ESP ITL LUF MGF PTE ROK TPE TRL"); // withdrawn
        Add(3, "BHD IQD JOD KWD LYD OMR TND");
        Add(UsualDecimals, """
            AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP
            CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR
            KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN
            PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD
            TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG
            """);
        Add(UsualDecimals, """
            ATS AZM BGL CSD CSK CUC CYP DDM DEM EEK FIM FRF GHC GRD GWP HRK IEP LTL LVL MRO MTL MXP MZM NLG PLZ ROL RUR SDD SIT SKK
            SLL SRG STD SUR TMM UAK VEB VEF YUM ZAL ZMK ZWD ZWL
            """); // withdrawn
        return known;

        void Add(int decimals, string codes)
        {
            foreach (var code in codes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) known.Add(code, decimals);
        }
    }

    public static bool IsKnown(string? code) => code is not null && Decimals.ContainsKey(code);

    /// <summary>How many digits stand behind the point; as with most where the code is not known.</summary>
    public static int DecimalsOf(string? code) => code is null ? UsualDecimals : Decimals.GetValueOrDefault(code, UsualDecimals);

    /// <summary>As it is stored.</summary>
    public static string Tidy(string code) => code.ToUpperInvariant();
}
