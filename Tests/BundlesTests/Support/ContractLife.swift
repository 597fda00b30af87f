import Audit
import Contracts
import DossierSupport
import JSON
import Payables
import Requests
import TestSupport
import Values

/// A contract that lives through the rules of the house without a database: facts are imported and recorded, payment
/// requests raised, approved, paid, returned, and become stale. What Operations' `Draft` does, in little.
struct ContractLife {
    private(set) var journal: ContractJournal
    private(set) var day: CalendarDay
    var random: SeededGenerator
    private var moment: Int64 = 0
    private let calendars: [(from: Instant, table: HolidayTable)]
    private var serial = 0

    /// How a contract stands at a moment.
    struct Computed {
        let bytes: [UInt8]
        let statement: Payables.Statement
        let ledger: RequestLedger
    }

    /// Registers the contract of a dossier with its first facts; nil where there is no such history.
    init?(
        _ dossier: JSONTree, number: String, imported count: Int, seed: UInt64,
        calendars: [(from: Instant, table: HolidayTable)]
    ) {
        var terms = dossier["/contract"] ?? .null
        terms["/number"] = .string(number)
        let registration: JSONTree = ["calendar": dossier["/calendar"] ?? "none", "contract": terms]
        guard let payload = registration.canonical, let signed = terms["/signedOn"]?.string,
            let day = CalendarDay(signed)
        else { return nil }
        self.calendars = calendars
        self.day = day
        random = SeededGenerator(seed: seed)
        journal = ContractJournal(
            registration: SealedEntry(
                JournalEntry(
                    contract: number, number: 1, kind: .registered, origin: .imported,
                    recordedAt: Self.instant(day, 0), recordedBy: "导入", occurredOn: day, payload: payload,
                    previous: .none)))
        for fact in (dossier["/facts"]?.elements ?? []).prefix(count) { record(fact, origin: .imported) }
    }

    /// Records the other facts one by one, with payment requests in between, until there are so many entries.
    mutating func live(_ facts: some Sequence<JSONTree>, most: Int = .max) {
        for fact in facts where fact["/kind"]?.string != "paid" && fact["/kind"]?.string != "returned" {
            guard journal.entries.count < most else { return }
            record(fact, origin: .recorded)
            for _ in 0..<Int.random(in: 0...2, using: &random) where journal.entries.count < most { actOnRequests() }
        }
        for _ in 0..<6 where journal.entries.count < most { actOnRequests() }
    }

    private mutating func record(_ fact: JSONTree, origin: EntryOrigin) {
        guard let on = fact["/on"]?.string.flatMap({ CalendarDay($0) }), on >= day || origin == .imported else {
            return
        }
        day = max(day, on)
        _ = draft(fact, nil, origin: origin, by: pick(["李工", "张工", "=cmd"]))
    }

    func computed(_ journal: ContractJournal? = nil) -> Computed? {
        let journal = journal ?? self.journal
        let bytes = journal.dossier(asOf: day)
        guard let dossier = try? Dossier.read(bytes, chineseHolidays: table),
            let statement = try? Payables.statement(of: dossier),
            let ledger = try? RequestLedger(
                journal.requestSteps,
                payments: Dictionary(dossier.payments.map { ($0.id, $0.left) }, uniquingKeysWith: { $1 }))
        else { return nil }
        return Computed(bytes: bytes, statement: statement, ledger: ledger)
    }

    private var table: HolidayTable {
        calendars.last { $0.from <= Self.instant(day, moment) }?.table ?? .builtIn
    }

    /// Appends a fact and a step as one transaction, with the requests that become stale; false where it is refused.
    mutating func draft(_ fact: JSONTree?, _ step: RequestEvent?, origin: EntryOrigin, by user: String) -> Bool {
        var next = journal
        moment = min(moment + Int64.random(in: 1...3_000_000_000, using: &random), 86_399_000_000)
        let now = Self.instant(day, moment)
        if let fact {
            guard let payload = fact.canonical, let id = fact["/id"]?.string,
                let kind = fact["/kind"]?.string.flatMap({ FactKind(rawValue: $0) }),
                let on = fact["/on"]?.string.flatMap({ CalendarDay($0) })
            else { return false }
            next.append(.fact(kind, id: id), payload: payload, occurredOn: on, origin: origin, at: now, by: user)
        }
        let events = step.map { [$0] } ?? []
        for event in events { next.append(event, on: day, at: now, by: user) }
        guard let after = computed(next) else { return false }
        let terms = after.statement.terms.installments.map(\.id)
        let payables = Dictionary(
            zip(terms, after.statement.installments.map(\.payable)), uniquingKeysWith: { first, _ in first })
        for event in after.ledger.staleEvents(payable: { payables[$0] }) {
            next.append(event, on: day, at: now, by: user)
        }
        if fact?["/kind"]?.string == "paid", origin == .recorded, !isWithinPayable(next) { return false }
        journal = next
        return true
    }

    /// The guard of the database.
    private func isWithinPayable(_ next: ContractJournal) -> Bool {
        guard let after = computed(next), let payment = after.statement.dossier.payments.last,
            let position = after.statement.terms.installments.firstIndex(where: { $0.id == payment.installment }),
            let held = try? after.ledger.held(on: payment.installment)
        else { return false }
        let payments = after.statement.dossier.payments
        let here = payments.filter { $0.installment == payment.installment }.map(\.left.fen).reduce(held.fen, +)
        return here <= after.statement.installments[position].payable.fen
            && payments.map(\.left.fen).reduce(0, +) <= after.statement.terms.price.fen
    }

    static func instant(_ day: CalendarDay, _ microseconds: Int64) -> Instant {
        Instant(microseconds: (Int64(day.daysSince1970) * 86_400 - 8 * 3600) * 1_000_000 + microseconds)
    }

    mutating func later(days: Int) {
        guard days > 0, let next = try? day.adding(days: days) else { return }
        day = next
        moment = 0
    }

    mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &random) == 0 }
    mutating func pick<Value>(_ choices: [Value]) -> Value { choices[Int.random(in: choices.indices, using: &random)] }
    mutating func freshID(_ letter: String) -> String {
        serial += 1
        return "\(letter)-\(serial)"
    }
}

extension ContractJournal {
    fileprivate mutating func append(_ event: RequestEvent, on day: CalendarDay, at now: Instant, by user: String) {
        append(
            .request(event), payload: event.canonicalBytes(), occurredOn: day, origin: .recorded, at: now, by: user)
    }
}

extension JSONTree {
    /// RFC 8785; nil where it has no such form.
    var canonical: [UInt8]? {
        var parser = JSONParser()
        let parsed = bytes.withUnsafeBufferPointer { buffer in
            parser.parse(buffer) { root -> [UInt8]? in
                var output = TextOutput()
                return root.writeCanonical(to: &output) ? output.bytes : nil
            }
        }
        return (try? parsed.get()) ?? nil
    }
}
