using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Metadata.Matching;

/// <summary>The short form under which titles are looked up; the same on every machine and for ever.</summary>
internal static class MatchKeys
{
    public static long Of(string titleKey) =>
        BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(titleKey)));
}
