public import Tables
internal import Values

/// A report that is ready to be written: its head, and its rows as they are computed, so that what is in memory does
/// not grow with them.
public struct Report: Sendable {
    /// Takes rows, some at a time.
    typealias Take = nonisolated(nonsending) (_ rows: [[Cell]]) async throws -> Void

    let order: ReportOrder
    public let head: TableHead
    let rows: nonisolated(nonsending) @Sendable (_ take: Take) async throws -> Void
    let author: String
    let writtenAt: Instant
    let temporaryDirectory: String

    /// A name for the file: the report's, the day and the ending of the format.
    public func fileName(_ format: ReportFormat) -> String {
        let day = writtenAt.dayInChina.map { "-\($0)" } ?? ""
        return "\(order.kind.rawValue)\(day).\(format.rawValue)"
    }
}

extension ReportFormat {
    /// The media type (RFC 7111, RFC 8259, ECMA-376).
    public var mediaType: String {
        switch self {
        case .csv: "text/csv; charset=utf-8"
        case .json: "application/json"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        }
    }
}
