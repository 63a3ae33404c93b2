using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

/// <summary>Makes Microsoft.Data.Sqlite find its assemblies and the system's SQLite, which is newer than the bundled one.</summary>
internal static class SqliteRuntime
{
    private static int _loaded;

#pragma warning disable CA2255 // Must run before any SQLite type of this assembly is touched.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void EnsureLoaded()
    {
        if (Interlocked.Exchange(ref _loaded, 1) == 1)
        {
            return;
        }

        // Under dotnet ef the base directory is the tool's, so the assembly's own is taken.
        var directory = Path.GetDirectoryName(typeof(SqliteRuntime).Assembly.Location)!;
        AssemblyLoadContext.Default.Resolving += (context, name) =>
        {
            var path = Path.Combine(directory, name.Name + ".dll");
            return name.Name?.StartsWith("SQLitePCLRaw", StringComparison.Ordinal) == true && File.Exists(path)
                ? context.LoadFromAssemblyPath(path)
                : null;
        };
        Start();
    }

    // Apart, so that the SQLitePCL types are not looked for before the handler above is set.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Start()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly, static (name, _, _) =>
            name == "e_sqlite3" && NativeLibrary.TryLoad("libsqlite3.so.0", out var library) ? library : IntPtr.Zero);
        SQLitePCL.Batteries_V2.Init();
    }
}
