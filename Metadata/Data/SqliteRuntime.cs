using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

/// <summary>Makes SQLite usable: finds the SQLitePCLRaw assemblies, which are older than EF Core asks for, and takes
/// the system's SQLite library, which is newer than the bundled one and knows the JSON operators EF Core writes.</summary>
internal static class SqliteRuntime
{
    private const int MaxArenas = -8;

    private static int _done;

    /// <summary>Runs by itself when the assembly loads; call it before touching SQLite from another assembly.</summary>
#pragma warning disable CA2255 // The hook must be set before the first SQLite type of this assembly is compiled.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void EnsureLoaded()
    {
        if (Interlocked.Exchange(ref _done, 1) == 1)
        {
            return;
        }

        // Not AppContext.BaseDirectory: under dotnet ef that is the tool's own folder.
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

    // Apart, so that no SQLitePCL type is looked up before the hook is set.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Start()
    {
        try
        {
            NativeLibrary.SetDllImportResolver(
                typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly,
                static (name, _, _) =>
                    name == "e_sqlite3" && NativeLibrary.TryLoad("libsqlite3.so.0", out var library) ? library : IntPtr.Zero);
        }
        catch (InvalidOperationException)
        {
            // Another assembly of this process that links this file was first; one resolver serves all.
        }

        SQLitePCL.Batteries_V2.Init();
        // A connection serves one thread at a time here, so SQLite need not lock it at every call, nor count its memory
        // under a lock that all connections share. Refused without harm once a connection has been opened.
        _ = SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MULTITHREAD);
        _ = SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MEMSTATUS, 0);
        if (OperatingSystem.IsLinux())
        {
            // Its pages come from malloc, which keeps a heap for every thread and hardly ever gives one back.
            _ = SetMallocOption(MaxArenas, 1);
        }
    }

    [DllImport("libc.so.6", EntryPoint = "mallopt")]
    private static extern int SetMallocOption(int option, int value);
}
