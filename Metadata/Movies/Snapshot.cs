using Metadata.Data;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Metadata.Movies;

/// <summary>An entity's columns at one moment, to tell later whether any has changed.</summary>
internal sealed class Snapshot(MoviesDb db, object entity)
{
    private readonly EntityEntry _entry = db.Entry(entity);
    private readonly PropertyValues _before = db.Entry(entity).CurrentValues.Clone();

    public bool Differs() => _entry.Properties.Any(property =>
        !property.Metadata.GetValueComparer().Equals(_before[property.Metadata], property.CurrentValue));
}
