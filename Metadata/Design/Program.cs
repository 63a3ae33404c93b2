// dotnet ef starts this assembly and looks for IDesignTimeDbContextFactory in the project it migrates.
return 0;
