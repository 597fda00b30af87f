/// A value for a placeholder. Scalars travel as untyped text, so the server takes the type from the SQL;
/// bytes and arrays travel in binary, so arrays need the exact cast: `unnest($1::int8[])`.
public enum Parameter: Sendable, Hashable {
    case null
    case bool(Bool)
    case int32(Int32)
    case int64(Int64)
    /// Text, or anything that PostgreSQL reads from text (json, an enum, an ISO date). U+0000 is refused.
    case text(String)
    /// bytea.
    case bytes([UInt8])
    /// Days since 1970-01-01; Int32.min and Int32.max are -infinity and infinity.
    case date(days: Int32)
    /// Microseconds since 1970-01-01T00:00Z for timestamptz; Int64.min and Int64.max are -infinity and infinity.
    case timestamp(microseconds: Int64)
    /// A decimal number as digits.
    case numeric(String)
    /// A UUID as hexadecimal text.
    case uuid(String)
    /// int8[].
    case int64Array([Int64?])
    /// text[].
    case textArray([String?])
    /// date[], days since 1970-01-01.
    case dateArray([Int32?])
    /// bytea[].
    case bytesArray([[UInt8]?])
    /// An array that was encoded as it was built.
    case array(EncodedArray)
}
