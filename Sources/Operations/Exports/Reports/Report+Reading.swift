public import Tables
internal import Values

extension Report {
    /// Its first rows, for a page that shows it before it is taken away, and whether that is all of them.
    public nonisolated(nonsending) func rows(
        atMost count: Int
    ) async throws(OperationError) -> (rows: [[Cell]], isWhole: Bool) {
        let reading = FirstRows(count)
        do { try await rows { try reading.take($0) } } catch is FirstRows.Enough {} catch {
            throw OperationError(error)
        }
        return (Array(reading.rows.prefix(count)), reading.rows.count <= count)
    }
}

/// Rows up to a number, and one more where there is one.
private final class FirstRows {
    struct Enough: Error {}

    private(set) var rows: [[Cell]] = []
    private let most: Int

    init(_ most: Int) { self.most = most }

    func take(_ further: [[Cell]]) throws(Enough) {
        rows += further
        if rows.count > most { throw Enough() }
    }
}
