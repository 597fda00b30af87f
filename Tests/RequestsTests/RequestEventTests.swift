import JSON
import Requests
import TestSupport
import Testing
import Values

/// Events survive the journal, and a ledger is the same however it is asked.
@Suite struct RequestEventTests {
    private static let pin = StatementPin(
        dossier: "ab", statement: "cd", payable: Money(fen: 12345), version: 7, asOf: CalendarDay("2024-02-29") ?? .first)
    private static let claim = RequestEvent.Claim(amount: Money(fen: 5), pin: pin, chain: [.sectionHead, .head])

    static let texts: [(event: RequestEvent, json: String)] = [
        (
            RequestEvent("r-1", .submitted(installment: "i", claim)),
            #"{"amount":"0.05","asOf":"2024-02-29","chain":["section-head","head"],"dossier":"ab","installment":"i","payable":"123.45","request":"r-1","statement":"cd","version":7}"#
        ),
        (
            RequestEvent("r-1", .reconfirmed(claim)),
            #"{"amount":"0.05","asOf":"2024-02-29","chain":["section-head","head"],"dossier":"ab","payable":"123.45","request":"r-1","statement":"cd","version":7}"#
        ),
        (RequestEvent("r-1", .approved(role: .finance)), #"{"request":"r-1","role":"finance"}"#),
        (RequestEvent("r-1", .rejected(reason: "发票“有误”")), #"{"reason":"发票“有误”","request":"r-1"}"#),
        (RequestEvent("r-1", .withdrawn(reason: nil)), #"{"request":"r-1"}"#),
        (RequestEvent("r-1", .withdrawn(reason: "x")), #"{"reason":"x","request":"r-1"}"#),
        (RequestEvent("r-1", .stale(payable: nil)), #"{"request":"r-1"}"#),
        (RequestEvent("r-1", .stale(payable: Money(fen: -1))), #"{"payable":"-0.01","request":"r-1"}"#),
        (RequestEvent("r-1", .paid(payment: "p-1")), #"{"payment":"p-1","request":"r-1"}"#),
    ]

    @Test(arguments: texts)
    func isWrittenCanonicallyAndReadBack(_ text: (event: RequestEvent, json: String)) throws {
        let bytes = text.event.canonicalBytes()
        #expect(String(decoding: bytes, as: UTF8.self) == text.json)
        var parser = JSONParser()
        let read = bytes.withUnsafeBufferPointer { parser.parse($0) { RequestEvent(name: text.event.name, $0) } }
        #expect(try read.get() == text.event)
    }

    @Test func isNotReadFromAnythingElse() throws {
        var parser = JSONParser()
        for json in ["{}", "[]", #"{"request":1}"#, #"{"request":"r","role":"treasury"}"#] {
            let bytes = Array(json.utf8)
            for name in [RequestEventName.submitted, .approved, .rejected, .reconfirmed, .paid] {
                let read = bytes.withUnsafeBufferPointer { parser.parse($0) { RequestEvent(name: name, $0) } }
                #expect(try read.get() == nil, "\(name) \(json)")
            }
        }
    }

    /// Whatever people try in whatever order, no request is paid beyond what was asked for, and what is held is what is
    /// left of the open ones.
    @Test func randomLivesKeepTheirBounds() throws {
        var generator = SeededGenerator(named: "requests")
        for _ in 0..<2000 {
            var steps: [RecordedStep] = []
            var payments: [String: Money] = [:]
            for entry in 2..<Int.random(in: 3...14, using: &generator) {
                guard let event = try Self.event(steps, &payments, &generator) else { continue }
                steps.append(
                    RecordedStep(
                        event: event, by: ["a", "b", "c", "d"].randomElement(using: &generator) ?? "a",
                        at: Instant(microseconds: Int64(entry)), entry: entry))
            }
            let ledger = try RequestLedger(steps, payments: payments)
            for request in ledger.requests {
                #expect(request.paid <= request.claim.amount)
                #expect(request.held == (request.state.holds ? request.rest : .zero))
                #expect((request.waitsFor == nil) == [.paid, .closed, .rejected, .withdrawn].contains(request.state))
            }
        }
    }

    /// A step that the rules let through in the present state, by somebody who may do anything.
    private static func event(
        _ steps: [RecordedStep], _ payments: inout [String: Money], _ generator: inout SeededGenerator
    ) throws -> RequestEvent? {
        guard let request = try RequestLedger(steps, payments: payments).requests.first else {
            return RequestEvent("r", .submitted(installment: "i", claim))
        }
        let standing = InstallmentStanding(pin: pin, isPayable: true, outstanding: request.rest, held: .zero)
        let context = DecisionContext(
            name: request.requestedBy, roles: Set(ApprovalRole.allCases), isTreasury: true, isAssessor: false,
            standing: standing, chain: [.head])
        let other = DecisionContext(
            name: "nobody", roles: Set(ApprovalRole.allCases), isTreasury: true, isAssessor: false,
            standing: standing, chain: [.head])
        do throws(RequestRefusal) {
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: return RequestEvent("r", try request.step(.withdraw(reason: nil), in: context))
            case 1: return RequestEvent("r", try request.step(.reconfirm, in: context))
            case 2 where request.state.holds: return RequestEvent("r", .stale(payable: nil))
            case 3:
                let amount = Money(fen: Int64.random(in: 1...5, using: &generator))
                try request.checkPayment(of: amount, on: .last, in: other, today: .last)
                payments["p\(payments.count)"] = amount
                return RequestEvent("r", .paid(payment: "p\(payments.count - 1)"))
            default: return RequestEvent("r", try request.step(.approve, in: other))
            }
        } catch { return nil }
    }
}
