import Passwords
import TestSupport
import Testing

@testable import Operations

/// A department where several hold each role and some hold all, with a few contracts whose installments are due.
struct RaceOffice: Sendable {
    static let contracts = 4
    static let steps = ["section-head", "finance", "head", "treasury"]
    private static let roles: [Role] = [.officer, .sectionHead, .finance, .head, .treasury]

    /// Tokens of the accounts by their names.
    private(set) var tokens: [String: String] = [:]

    init(_ workspace: Workspace) async throws {
        _ = try await workspace.createDepartment("buyer")
        for role in Self.roles {
            for number in 1...3 { try await add("\(role.rawValue)-\(number)", [role], workspace) }
        }
        for number in 1...3 { try await add("everything-\(number)", Set(Self.roles), workspace) }
        let dossiers = AsyncStream { continuation in
            for number in 0..<Self.contracts { continuation.yield(Array(Self.dossier("C-\(number)").utf8)) }
            continuation.finish()
        }
        let summary = try await workspace.importDossiers(dossiers, report: { _ in })
        #expect(summary.registered == Self.contracts)
    }

    private mutating func add(_ name: String, _ roles: Set<Role>, _ workspace: Workspace) async throws {
        let password = Password("correct horse battery")
        _ = try await workspace.createAccount(name, department: "buyer", roles: roles, password: password)
        tokens[name] = try await workspace.logIn(name, password: password, from: "10.0.0.1").token
    }

    /// 400.00 thirty days after signing against an invoice, 600.00 on acceptance; both are due.
    private static func dossier(_ number: String) -> String {
        """
        {"contract":{"number":"\(number)","title":"title","buyer":"buyer","supplier":"supplier","currency":"CNY",
        "price":"1000.00","signedOn":"2024-01-10","installments":[
        {"id":"first","label":"首付款","kind":"advance","amount":{"fixed":"400.00"},"when":{"event":"signed"},
        "within":{"days":30},"needs":["invoice"]},
        {"id":"last","label":"尾款","kind":"milestone","amount":{"fixed":"600.00"},"when":{"event":"accepted"}}]},
        "facts":[{"id":"s","kind":"event","event":"signed","on":"2024-01-10"},
        {"id":"i","kind":"invoice","installment":"first","number":"N-\(number)","amount":"400.00","on":"2024-01-20"},
        {"id":"a","kind":"event","event":"accepted","on":"2024-05-10"}]}
        """
    }

    /// Asks for some of an installment, sometimes for more than can be left.
    func raise(_ key: String, _ generator: inout SeededGenerator) -> RaceCommand {
        let contract = Int.random(in: 0..<Self.contracts, using: &generator)
        let installment = Bool.random(using: &generator) ? "first" : "last"
        let amount = RaceCommand.money(fen: Int.random(in: 1...12_000, using: &generator))
        return RaceCommand(
            act: .raise, key: key, person: person("officer", &generator),
            path: "/api/v1/contracts/C-\(contract)/payment-requests",
            body: #"{"installment":"\#(installment)","amount":"\#(amount)"}"#)
    }

    /// What somebody does of whom a request waits; seldom it is withdrawn instead.
    func step(_ step: String, of request: String, _ key: String, _ generator: inout SeededGenerator) -> RaceCommand {
        let path = "/api/v1/payment-requests/\(request)"
        if step == "requester" || Int.random(in: 0..<25, using: &generator) == 0 {
            return RaceCommand(
                act: .withdraw, key: key, person: person("officer", &generator), path: path + "/decisions",
                body: #"{"decision":"withdraw"}"#)
        }
        guard step == "treasury" else {
            return RaceCommand(
                act: .approve, key: key, person: person(step, &generator), path: path + "/decisions",
                body: TestServer.approval)
        }
        let fen = Int.random(in: 1...5_000, using: &generator)
        // Some take a voucher that others take too.
        let shared = Int.random(in: 0..<40, using: &generator)
        let voucher = shared < 8 ? "V-\(shared)" : "V-\(key)"
        let amount = RaceCommand.money(fen: fen)
        return RaceCommand(
            act: .pay(fen: fen), key: key, person: person("treasury", &generator), path: path + "/payments",
            body: #"{"amount":"\#(amount)","on":"2024-06-03","voucher":"\#(voucher)","fundSource":"财政预算"}"#)
    }

    private func person(_ role: String, _ generator: inout SeededGenerator) -> String {
        let kind = Int.random(in: 0..<4, using: &generator) == 0 ? "everything" : role
        return "\(kind)-\(Int.random(in: 1...3, using: &generator))"
    }
}
