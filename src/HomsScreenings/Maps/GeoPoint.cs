using System.Runtime.InteropServices;

namespace HomsScreenings.Maps;

/// <summary>A point on the earth.</summary>
/// <param name="North">Degrees north, WGS 84.</param>
/// <param name="East">Degrees east, WGS 84, from -180 to 180.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GeoPoint(double North, double East);

/// <summary>A point on a map, in the units of its frame: to the end of the line and down, as SVG counts.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MapPoint(double X, double Y)
{
    public double DistanceTo(MapPoint other) => Math.Sqrt(((X - other.X) * (X - other.X)) + ((Y - other.Y) * (Y - other.Y)));
}
