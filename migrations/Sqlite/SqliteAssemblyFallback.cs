using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace HomsScreenings.Migrations.Sqlite;

/// <summary>
/// Lets an older SQLitePCLRaw.core serve where a package source holds no newer one: the runtime refuses an assembly
/// that is older than the one asked for, so it is handed the copy beside the program. Where the version asked for is
/// present this is never called. See the comment on SQLitePCLRaw in Directory.Packages.props.
/// </summary>
static class SqliteAssemblyFallback
{
#pragma warning disable CA2255 // A module initializer in a library: it must run before the first connection, wherever that is made.
    [ModuleInitializer]
    internal static void Register() => AssemblyLoadContext.Default.Resolving += Resolve;
#pragma warning restore CA2255

    static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name)
    {
        if (name.Name != "SQLitePCLRaw.core") return null;
        var beside = Path.Combine(AppContext.BaseDirectory, "SQLitePCLRaw.core.dll");
        return File.Exists(beside) ? context.LoadFromAssemblyPath(beside) : null;
    }
}
