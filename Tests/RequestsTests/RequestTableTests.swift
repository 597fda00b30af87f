import Requests
import Testing
import Values

/// The rules of payment requests as a table that a finance clerk can read: who decides what, and what comes of it.
@Suite struct RequestTableTests {
    /// One row a try. A request of 1,000.00 on an installment of 1,000.00; chain section-head, finance. `before` are
    /// the steps so far; `who` has the roles behind the colon.
    static let table = """
        before                             | who                    | does      | comes to
        submitted                          | li:section-head        | approve   | submitted, waits for finance
        submitted                          | wang:finance           | approve   | refused: request-not-your-step
        submitted                          | officer:section-head   | approve   | refused: request-acted-already
        submitted                          | assessor:section-head  | approve   | refused: request-own-assessment
        submitted                          | li:section-head        | reject    | rejected, waits for nobody
        submitted                          | officer:               | withdraw  | withdrawn, waits for nobody
        submitted                          | officer:               | reconfirm | refused: request-not-open
        submitted                          | zhao:treasury          | pay 1     | refused: request-not-open
        submitted approved                 | wang:finance           | approve   | approved, waits for treasury
        submitted approved                 | li:finance             | approve   | refused: request-acted-already
        submitted approved approved        | wang:finance           | approve   | refused: request-not-open
        submitted approved approved        | zhao:treasury          | pay 1000  | paid, waits for nobody
        submitted approved approved        | zhao:treasury          | pay 400   | partly-paid, waits for treasury
        submitted approved approved        | zhao:treasury          | pay 1001  | refused: payment-exceeds-request
        submitted approved approved        | wang:treasury          | pay 1     | refused: request-acted-already
        submitted approved approved        | assessor:treasury      | pay 1     | refused: request-own-assessment
        submitted approved approved        | zhao:treasury          | reject    | rejected, waits for nobody
        submitted approved approved paid   | zhao:treasury          | pay 600   | paid, waits for nobody
        submitted approved approved paid   | zhao:treasury          | pay 601   | refused: payment-exceeds-request
        submitted approved approved paid   | zhao:treasury          | reject    | refused: request-not-open
        submitted approved approved paid   | officer:               | withdraw  | closed, waits for nobody
        submitted stale                    | li:section-head        | approve   | refused: request-stale
        submitted stale                    | li:section-head        | reject    | refused: request-stale
        submitted stale                    | other:                 | reconfirm | refused: request-not-requester
        submitted stale                    | officer:               | reconfirm | submitted, waits for section-head
        submitted stale                    | officer:               | withdraw  | withdrawn, waits for nobody
        submitted approved approved stale  | zhao:treasury          | pay 1     | refused: request-stale
        submitted approved approved paid stale | officer:           | reconfirm | submitted, waits for section-head
        submitted approved stale reconfirmed   | li:section-head    | approve   | submitted, waits for finance
        submitted approved approved paid stale reconfirmed | zhao:section-head | approve | refused: request-acted-already
        submitted rejected                 | officer:               | withdraw  | refused: request-not-open
        submitted withdrawn                | li:section-head        | approve   | refused: request-not-open
        """

    @Test(arguments: table.split(separator: "\n").dropFirst().map(String.init))
    func everyRowOfTheTable(_ row: String) throws {
        let cells = row.split(separator: "|").map { $0.trimmed }
        var life = Life()
        for step in cells[0].split(separator: " ") { life.add(String(step)) }
        #expect(life.outcome(of: cells[2], by: cells[1]) == cells[3])
    }

    @Test func whatIsAskedForStaysWithinWhatIsLeft() throws {
        func claim(_ amount: String?, outstanding: String = "1000.00", held: String = "0") -> String {
            do throws(RequestRefusal) {
                let standing = Life.standing(payable: "1000.00", outstanding: outstanding, held: held)
                return try RequestEvent.Claim.raised(
                    amount: amount.flatMap { Money($0) }, on: standing, chain: [.head]
                ).amount.description
            } catch { return error.rawValue }
        }
        #expect(claim(nil) == "1000.00")
        #expect(claim("1000.00") == "1000.00")
        #expect(claim("1000.01") == "request-exceeds-available")
        #expect(claim(nil, held: "250.00") == "750.00")
        #expect(claim("750.01", held: "250.00") == "request-exceeds-available")
        #expect(claim(nil, held: "1000.00") == "request-exceeds-available")
        #expect(claim("0.00") == "request-exceeds-available")
        let blocked = InstallmentStanding(pin: Life.pin("1.00"), isPayable: false, outstanding: .zero, held: .zero)
        #expect(throws: RequestRefusal.installmentNotPayable) {
            try RequestEvent.Claim.raised(amount: nil, on: blocked, chain: [.head])
        }
    }
}

/// A request in the making: each step recorded by the one who would, a minute after the last.
private struct Life {
    private var steps: [RecordedStep] = []
    private var payments: [String: Money] = [:]
    private var isStale = false

    static func pin(_ payable: String) -> StatementPin {
        StatementPin(dossier: "d", statement: "s", payable: Money(payable) ?? .zero, version: 1, asOf: .first)
    }

    static func standing(payable: String, outstanding: String, held: String) -> InstallmentStanding {
        InstallmentStanding(
            pin: pin(payable), isPayable: true, outstanding: Money(outstanding) ?? .zero, held: Money(held) ?? .zero)
    }

    private var request: PaymentRequest? {
        get throws { try RequestLedger(steps, payments: payments)["r"] }
    }

    mutating func add(_ name: String) {
        let claim = RequestEvent.Claim(
            amount: Money(fen: 100_000), pin: Self.pin("1000.00"), chain: [.sectionHead, .finance])
        let approvals = steps.count { if case .approved = $0.event.step { true } else { false } }
        switch name {
        case "submitted": record(.submitted(installment: "i", claim), by: "officer")
        case "approved":
            record(.approved(role: approvals == 0 ? .sectionHead : .finance), by: approvals == 0 ? "li" : "wang")
        case "paid": pay(Money(fen: 40000))
        case "stale":
            record(.stale(payable: Money(fen: 90000)), by: "clerk")
            isStale = true
        case "reconfirmed":
            let now = RequestEvent.Claim(amount: claim.amount, pin: Self.pin("900.00"), chain: claim.chain)
            record(.reconfirmed(now), by: "officer")
        case "rejected": record(.rejected(reason: "r"), by: "li")
        default: record(.withdrawn(reason: nil), by: "officer")
        }
    }

    private mutating func record(_ step: RequestEvent.Step, by name: String) {
        let moment = Instant(microseconds: Int64(steps.count) * 60_000_000)
        steps.append(RecordedStep(event: RequestEvent("r", step), by: name, at: moment, entry: steps.count + 2))
    }

    private mutating func pay(_ amount: Money) {
        let name = "p\(payments.count)"
        payments[name] = amount
        record(.paid(payment: name), by: "zhao")
    }

    /// State and turn after a decision, or the refusal.
    mutating func outcome(of act: String, by who: String) -> String {
        let parts = who.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        let paid = payments.values.reduce(0) { $0 + $1.fen }
        let context = DecisionContext(
            name: parts[0], roles: Set(ApprovalRole(rawValue: parts[1]).map { [$0] } ?? []),
            isTreasury: parts[1] == "treasury", isAssessor: parts[0] == "assessor",
            standing: Self.standing(
                payable: isStale ? "900.00" : "1000.00",
                outstanding: Money(fen: (isStale ? 90000 : 100_000) - paid).description, held: "0"),
            chain: [.sectionHead, .finance])
        do {
            guard let request = try request else { return "none" }
            if let amount = act.split(separator: " ").dropFirst().first.flatMap({ Money(String($0)) }) {
                try request.checkPayment(of: amount, on: .last, in: context, today: .last)
                pay(amount)
            } else {
                let decision: Decision =
                    switch act {
                    case "approve": .approve
                    case "reject": .reject(reason: "r")
                    case "withdraw": .withdraw(reason: nil)
                    default: .reconfirm
                    }
                record(try request.step(decision, in: context), by: parts[0])
            }
            guard let after = try self.request else { return "none" }
            return "\(after.state.rawValue), waits for \(after.waitsFor?.name ?? "nobody")"
        } catch {
            return "refused: " + ((error as? RequestRefusal)?.rawValue ?? "\(error)")
        }
    }
}

extension Substring {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
