public import Audit
public import Contracts
internal import JSON
public import Payables
public import Requests
public import Values

/// A contract computed again as it was at some entry and day, from nothing but its journal and the calendars.
public struct Recomputation: ~Copyable {
    public let journal: ContractJournal
    /// In the order of their numbers, which is that of the moments from which they were in force.
    public let calendars: [CalendarVersion]
    private var parser = JSONParser()
    /// How many statements were computed.
    public private(set) var computed = 0

    /// Takes a journal that was verified, and the calendars that it was computed with.
    public init(_ journal: ContractJournal, _ calendars: [CalendarVersion]) {
        self.journal = journal
        self.calendars = calendars
    }

    /// A statement with the bytes that hashes are taken of.
    public struct Outcome {
        public let dossier: [UInt8]
        public let statement: Statement
        /// Without explanations, as pinned.
        public let json: [UInt8]
    }

    /// The statement from the first so many entries for a day, with each calendar that may have been in force at a
    /// moment, until one gives what is looked for; else with the newest one.
    public mutating func outcome(
        entries count: Int, asOf day: CalendarDay, knownAt moment: Instant,
        where isMeant: (Outcome) -> Bool = { _ in true }
    ) throws(ReperformanceError) -> Outcome {
        guard let known = journal.first(count) else { throw .uncomputable }
        let dossier = known.dossier(asOf: day)
        var newest: Outcome?
        for calendar in calendars.known(at: moment).prefix(2) {
            let outcome = try compute(dossier, calendar.table)
            if isMeant(outcome) { return outcome }
            newest = newest ?? outcome
        }
        guard let newest else { throw .uncomputable }
        return newest
    }

    /// The dossier of the whole journal for a day, with the newest calendar.
    public mutating func dossier(asOf day: CalendarDay) throws(ReperformanceError) -> Dossier {
        guard let table = calendars.last?.table else { throw .uncomputable }
        return try read(journal.dossier(asOf: day), table)
    }

    private mutating func compute(_ bytes: [UInt8], _ table: HolidayTable) throws(ReperformanceError) -> Outcome {
        let dossier = try read(bytes, table)
        computed += 1
        do throws(Problems) {
            let statement = try Payables.statement(of: dossier)
            var output = TextOutput(reservingCapacity: 4096)
            output.write(statement)
            return Outcome(dossier: bytes, statement: statement, json: output.bytes)
        } catch { throw .uncomputable }
    }

    fileprivate mutating func read(_ bytes: [UInt8], _ table: HolidayTable) throws(ReperformanceError) -> Dossier {
        let read = bytes.withUnsafeBufferPointer { buffer -> Dossier? in
            do throws(Problems) { return try Dossier.read(buffer, with: &parser, chineseHolidays: table) } catch {
                return nil
            }
        }
        guard let read else { throw .uncomputable }
        return read
    }
}

extension Recomputation.Outcome {
    /// What a payment request pins of it for an installment; nil where the terms do not have it.
    public func pin(of installment: String, version: Int) -> StatementPin? {
        guard let position = statement.terms.installments.firstIndex(where: { $0.id == installment }) else {
            return nil
        }
        return StatementPin(
            dossier: ContentHash(of: dossier).description, statement: ContentHash(of: json).description,
            payable: statement.installments[position].payable, version: version, asOf: statement.dossier.asOf)
    }

    /// The payment requests as some entries tell of them.
    public func ledger(_ steps: some Sequence<RecordedStep>) throws(ReperformanceError) -> RequestLedger {
        let left = statement.dossier.payments.map { ($0.id, $0.left) }
        do throws(Overflow) {
            return try RequestLedger(Array(steps), payments: Dictionary(left, uniquingKeysWith: { $1 }))
        } catch { throw .uncomputable }
    }
}

extension Recomputation {
    /// What is left of each payment, by its id, from the first so many entries for a day.
    public mutating func payments(
        entries count: Int, asOf day: CalendarDay
    ) throws(ReperformanceError) -> [String: Money] {
        let payments = try allPayments(entries: count, asOf: day)
        return Dictionary(payments.map { ($0.id, $0.left) }, uniquingKeysWith: { $1 })
    }

    /// A payment by its id.
    public mutating func payment(
        _ id: String, entries count: Int, asOf day: CalendarDay
    ) throws(ReperformanceError) -> Payment? {
        try allPayments(entries: count, asOf: day).first { $0.id == id }
    }

    private mutating func allPayments(entries count: Int, asOf day: CalendarDay) throws(ReperformanceError) -> [Payment]
    {
        guard let known = journal.first(count), let table = calendars.last?.table else { throw .uncomputable }
        return try read(known.dossier(asOf: day), table).payments
    }
}
