namespace HomsScreenings.Samples;

/// <summary>A real city, for programmes that are made up: coordinates of its centre, in degrees.</summary>
sealed record City(string Name, string? Region, string Country, double Latitude, double Longitude, string TimeZone)
{
    public static readonly IReadOnlyList<City> All =
    [
        new("London", null, "GB", 51.507, -0.128, "Europe/London"),
        new("Manchester", null, "GB", 53.479, -2.244, "Europe/London"),
        new("Glasgow", null, "GB", 55.861, -4.250, "Europe/London"),
        new("Bristol", null, "GB", 51.454, -2.588, "Europe/London"),
        new("Belfast", null, "GB", 54.597, -5.930, "Europe/London"),
        new("Dublin", null, "IE", 53.350, -6.260, "Europe/Dublin"),
        new("Paris", null, "FR", 48.857, 2.352, "Europe/Paris"),
        new("Marseille", null, "FR", 43.296, 5.370, "Europe/Paris"),
        new("Brussels", null, "BE", 50.847, 4.357, "Europe/Brussels"),
        new("Amsterdam", null, "NL", 52.373, 4.892, "Europe/Amsterdam"),
        new("Berlin", null, "DE", 52.517, 13.389, "Europe/Berlin"),
        new("Hamburg", null, "DE", 53.550, 10.000, "Europe/Berlin"),
        new("Leipzig", null, "DE", 51.340, 12.375, "Europe/Berlin"),
        new("Copenhagen", null, "DK", 55.676, 12.568, "Europe/Copenhagen"),
        new("Stockholm", null, "SE", 59.329, 18.069, "Europe/Stockholm"),
        new("Oslo", null, "NO", 59.913, 10.739, "Europe/Oslo"),
        new("Vienna", null, "AT", 48.208, 16.372, "Europe/Vienna"),
        new("Prague", null, "CZ", 50.087, 14.421, "Europe/Prague"),
        new("Warsaw", null, "PL", 52.230, 21.011, "Europe/Warsaw"),
        new("Lisbon", null, "PT", 38.708, -9.137, "Europe/Lisbon"),
        new("Madrid", null, "ES", 40.417, -3.704, "Europe/Madrid"),
        new("Rome", null, "IT", 41.893, 12.483, "Europe/Rome"),
        new("Athens", null, "GR", 37.984, 23.728, "Europe/Athens"),
        new("Istanbul", null, "TR", 41.006, 28.976, "Europe/Istanbul"),
        new("Beirut", null, "LB", 33.896, 35.478, "Asia/Beirut"),
        new("Amman", null, "JO", 31.951, 35.924, "Asia/Amman"),
        new("Cairo", null, "EG", 30.044, 31.236, "Africa/Cairo"),
        new("Tunis", null, "TN", 36.800, 10.186, "Africa/Tunis"),
        new("Nairobi", null, "KE", -1.286, 36.817, "Africa/Nairobi"),
        new("Mumbai", null, "IN", 19.076, 72.878, "Asia/Kolkata"),
        new("Tokyo", null, "JP", 35.677, 139.765, "Asia/Tokyo"),
        new("Melbourne", "Victoria", "AU", -37.814, 144.963, "Australia/Melbourne"),
        new("New York", "New York", "US", 40.713, -74.006, "America/New_York"),
        new("Chicago", "Illinois", "US", 41.876, -87.624, "America/Chicago"),
        new("Denver", "Colorado", "US", 39.739, -104.985, "America/Denver"),
        new("Portland", "Oregon", "US", 45.520, -122.674, "America/Los_Angeles"),
        new("Toronto", "Ontario", "CA", 43.653, -79.384, "America/Toronto"),
        new("Mexico City", null, "MX", 19.433, -99.133, "America/Mexico_City"),
        new("São Paulo", null, "BR", -23.551, -46.633, "America/Sao_Paulo"),
        new("Buenos Aires", null, "AR", -34.604, -58.382, "America/Argentina/Buenos_Aires"),
    ];
}
