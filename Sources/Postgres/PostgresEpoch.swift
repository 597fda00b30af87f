/// PostgreSQL counts from 2000-01-01, this client from 1970-01-01; the extremes stand for infinity in both.
enum PostgresEpoch {
    private static let days: Int32 = 10_957
    private static let microseconds: Int64 = 946_684_800_000_000

    /// Days since 2000, saturating at infinity.
    static func days(fromUnix value: Int32) -> Int32 {
        if value == .max || value == .min { return value }
        let (result, overflow) = value.subtractingReportingOverflow(days)
        return overflow ? .min : result
    }

    /// Days since 1970, or nil when they do not fit.
    static func unixDays(_ value: Int32) -> Int32? {
        if value == .max || value == .min { return value }
        let (result, overflow) = value.addingReportingOverflow(days)
        return overflow ? nil : result
    }

    /// Microseconds since 1970, or nil when they do not fit (years after 294246).
    static func unixMicroseconds(_ value: Int64) -> Int64? {
        if value == .max || value == .min { return value }
        let (result, overflow) = value.addingReportingOverflow(microseconds)
        return overflow ? nil : result
    }
}
