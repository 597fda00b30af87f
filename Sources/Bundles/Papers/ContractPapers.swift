internal import Audit
internal import Reperformance
internal import Values

/// The files of one contract, made of nothing but its journal: a verifier makes them again and compares.
struct ContractPapers {
    let entries: [UInt8]
    let places: [UInt8]
    let statements: [UInt8]
    let payments: PaymentHistory

    /// `indexes` are the places of the entries in the log. Throws ``BundleError/uncomputable``.
    init(
        _ journal: ContractJournal, indexes: [Int], calendars: [CalendarVersion], asOf day: CalendarDay
    ) throws(BundleError) {
        entries = journal.entries.flatMap { $0.bytes + [0x0A] }
        places = Self.places(indexes)
        var recomputation = Recomputation(journal, calendars)
        do throws(ReperformanceError) {
            var lines: [UInt8] = []
            for pinned in journal.pinnedClaims { lines += try recomputation.outcome(of: pinned).json + [0x0A] }
            statements = lines
            payments = try PaymentHistory(&recomputation, asOf: day)
        } catch { throw .uncomputable }
    }

    /// `number,index` lines.
    static func places(_ indexes: [Int]) -> [UInt8] {
        var output = TextOutput(reservingCapacity: 16 * indexes.count)
        output.write("number,index\n")
        for (position, index) in indexes.enumerated() {
            output.write(position + 1)
            output.write(",")
            output.write(index)
            output.write("\n")
        }
        return output.bytes
    }

    func bytes(of part: BundleFile.Part) -> [UInt8] {
        switch part {
        case .entries: entries
        case .places: places
        case .statements: statements
        case .payments: payments.bytes
        }
    }
}
