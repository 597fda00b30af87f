internal import Audit
internal import Contracts
internal import Payables
internal import Reperformance
internal import Requests
internal import Values

/// Computes again what a contract's entries rest on, and decides its payment requests again: nothing but the journal
/// and the calendars goes in.
struct FigureExamination: ~Copyable {
    let journal: ContractJournal
    let folder: Int
    let day: CalendarDay
    let steps: [RecordedStep]
    var recomputation: Recomputation
    var faults: [BundleFault] = []
    var counts = VerificationReport.Counts()
    var overpaid = 0

    init(_ journal: ContractJournal, _ calendars: [CalendarVersion], folder: Int, day: CalendarDay) {
        self.journal = journal
        self.folder = folder
        self.day = day
        steps = journal.requestSteps
        recomputation = Recomputation(journal, calendars)
    }

    mutating func run(statements: [UInt8], payments: [UInt8]) {
        var lines: [UInt8] = []
        var isComputable = true
        for pinned in journal.pinnedClaims {
            do throws(ReperformanceError) { lines += try examine(pinned) + [0x0A] } catch {
                isComputable = false
                fault(.uncomputable, pinned.entry)
            }
        }
        if isComputable, lines != statements { fault(.statementsDiffer, .statements) }
        for step in steps {
            do throws(ReperformanceError) { try examine(step) } catch { fault(.uncomputable, step) }
        }
        for sealed in journal.entries {
            guard case .fact(.paid, let id) = sealed.entry.kind, sealed.entry.origin == .recorded else { continue }
            do throws(ReperformanceError) { try examinePayment(id, sealed.entry) } catch {
                fault(.uncomputable, sealed.entry)
            }
        }
        do throws(ReperformanceError) {
            if try PaymentHistory(&recomputation, asOf: day).bytes != payments { fault(.paymentsDiffer, .payments) }
            let now = try recomputation.outcome(
                entries: journal.entries.count, asOf: day, knownAt: journal.head.entry.recordedAt)
            overpaid = now.statement.installments.count { $0.overpaid > .zero }
        } catch { fault(.uncomputable, .payments) }
        counts.statements = recomputation.computed
    }

    /// The steps recorded before an entry.
    func steps(before entry: Int) -> ArraySlice<RecordedStep> { steps.prefix { $0.entry < entry } }

    mutating func fault(_ code: BundleFault.Code, _ entry: JournalEntry, _ detail: String = "") {
        let file = BundleFile.contract(folder, .entries).path
        faults.append(BundleFault(code, "\(file):\(entry.number)", detail))
    }

    mutating func fault(_ code: BundleFault.Code, _ step: RecordedStep, _ detail: String = "") {
        fault(code, journal.entries[step.entry - 1].entry, detail)
    }

    private mutating func fault(_ code: BundleFault.Code, _ part: BundleFile.Part) {
        faults.append(BundleFault(code, BundleFile.contract(folder, part).path, journal.head.entry.contract))
    }
}
