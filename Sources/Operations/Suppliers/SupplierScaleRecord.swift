public import Contracts
internal import Storage
public import Values

/// The scale of a supplier as a department recorded it.
public struct SupplierScaleRecord: Equatable, Sendable {
    public let department: Department
    /// As written.
    public let supplier: String
    public let scale: SupplierScale
    /// It holds for contracts signed from this day on, until a later one; nil for all.
    public let since: CalendarDay?
    public let recordedAt: Instant
    public let recordedBy: String

    init(_ stored: StoredSupplierScale) {
        department = Department(stored.department)
        supplier = stored.supplier
        scale = stored.scale
        since = stored.since == .first ? nil : stored.since
        recordedAt = stored.recordedAt
        recordedBy = stored.recordedBy
    }
}

extension [SupplierScaleRecord] {
    /// The scale of the supplier for a contract of a department that was signed on a day: of what was recorded in the
    /// order of days the last that holds then.
    public func scale(in department: String, signedOn day: CalendarDay) -> SupplierScale {
        last { $0.department.name == department && $0.since ?? .first <= day }?.scale ?? .unknown
    }
}
