namespace HomsScreenings.Films;

/// <summary>The colours of one wall, all as '#rrggbb', and of the light behind it.</summary>
/// <param name="Walls">From the one in front to the light.</param>
sealed record PosterPalette(string Plane, string Stain, string[] Walls)
{
    /// <summary>Dusty walls of every hue; the light is always warm.</summary>
    public static readonly PosterPalette[] All =
    [
        new("#292521", "#322d28", ["#413930", "#574430", "#95662b", "#f0b354"]),
        new("#1d2733", "#263241", ["#31435a", "#41597a", "#6488b0", "#f5dfae"]),
        new("#20291d", "#29352a", ["#38482f", "#4f6338", "#88993f", "#f4d56c"]),
        new("#2d1f2c", "#392838", ["#4f364d", "#73476a", "#ad6080", "#f7bb95"]),
        new("#311f19", "#3d2820", ["#5a3527", "#87452d", "#c65f33", "#f9bd66"]),
        new("#16292b", "#1f3437", ["#274a4d", "#2f6666", "#579c90", "#f3e2a4"]),
        new("#2c281a", "#383322", ["#504927", "#766728", "#b69c32", "#fae68f"]),
        new("#1e1d36", "#282742", ["#38365f", "#534b83", "#8f6fb4", "#f7b9a6"]),
    ];
}
