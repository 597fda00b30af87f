/// The same readers for columns that may be NULL.
extension Row {
    /// An integer, or nil for NULL.
    public func int64IfAny(_ column: Int) throws(PostgresError) -> Int64? {
        try isNull(column) ? nil : try int64(column)
    }

    /// An int4, or nil for NULL.
    public func int32IfAny(_ column: Int) throws(PostgresError) -> Int32? {
        try isNull(column) ? nil : try int32(column)
    }

    /// A bool, or nil for NULL.
    public func boolIfAny(_ column: Int) throws(PostgresError) -> Bool? {
        try isNull(column) ? nil : try bool(column)
    }

    /// Text, or nil for NULL.
    public func textIfAny(_ column: Int) throws(PostgresError) -> String? {
        try isNull(column) ? nil : try text(column)
    }

    /// A bytea, or nil for NULL.
    public func bytesIfAny(_ column: Int) throws(PostgresError) -> [UInt8]? {
        try isNull(column) ? nil : try bytes(column)
    }

    /// Days since 1970-01-01, or nil for NULL.
    public func daysIfAny(_ column: Int) throws(PostgresError) -> Int32? {
        try isNull(column) ? nil : try days(column)
    }

    /// Microseconds since 1970-01-01T00:00Z, or nil for NULL.
    public func microsecondsIfAny(_ column: Int) throws(PostgresError) -> Int64? {
        try isNull(column) ? nil : try microseconds(column)
    }

    /// A numeric, or nil for NULL.
    public func numericIfAny(_ column: Int) throws(PostgresError) -> String? {
        try isNull(column) ? nil : try numeric(column)
    }

    /// A uuid, or nil for NULL.
    public func uuidIfAny(_ column: Int) throws(PostgresError) -> String? {
        try isNull(column) ? nil : try uuid(column)
    }
}
