import Passwords
import Values

@testable import Operations

/// The department "buyer" with a person for each role, a second officer, and a stranger's department.
struct Office {
    private(set) var test: TestWorkspace
    private(set) var people: [String: Caller] = [:]

    init(_ test: TestWorkspace) async throws {
        self.test = test
        let workspace = test.workspace
        _ = try await workspace.createDepartment("buyer")
        _ = try await workspace.createDepartment("elsewhere")
        for role in Role.allCases { try await add(role.rawValue, [role]) }
        try await add("second", [.officer])
        try await add("stranger", [.officer, .sectionHead, .finance, .head, .treasury], at: "elsewhere")
    }

    /// The same people at work in another workspace on the same database.
    func at(_ other: TestWorkspace) -> Office {
        var office = self
        office.test = other
        return office
    }

    mutating func add(_ name: String, _ roles: Set<Role>, at department: String = "buyer") async throws {
        let actor = try await test.workspace.createAccount(
            name, department: department, roles: roles, password: People.password)
        people[name] = .account(actor.accountID)
    }

    /// Somebody of that name; the console for an unknown one.
    subscript(name: String) -> Caller { people[name] ?? .console }

    @discardableResult
    func raise(
        _ amount: String? = nil, installment: String = "first", on contract: String = "A-1", key: String? = nil,
        by name: String = "officer"
    ) async throws -> RequestAnswer {
        let amount = amount.map { #","amount":"\#($0)""# } ?? ""
        return try await test.workspace.raiseRequest(
            Array(#"{"installment":"\#(installment)"\#(amount)}"#.utf8), on: contract, idempotencyKey: key,
            by: self[name])
    }

    @discardableResult
    func decide(
        _ id: String, _ decision: String, reason: String? = nil, key: String? = nil, by name: String
    ) async throws -> RequestAnswer {
        let reason = reason.map { #","reason":"\#($0)""# } ?? ""
        return try await test.workspace.decideRequest(
            id, Array(#"{"decision":"\#(decision)"\#(reason)}"#.utf8), idempotencyKey: key,
            proof: .password(People.password), by: self[name])
    }

    func approve(_ id: String) async throws {
        for name in ["section-head", "finance", "head"] { try await decide(id, "approve", by: name) }
    }

    @discardableResult
    func pay(
        _ id: String, _ amount: String, voucher: String, on day: String = "2024-06-03", key: String? = nil,
        by name: String = "treasury"
    ) async throws -> PaymentAnswer {
        let body =
            #"{"amount":"\#(amount)","on":"\#(day)","voucher":"\#(voucher)","fundSource":"财政预算"}"#
        return try await test.workspace.recordPayment(
            Array(body.utf8), on: id, idempotencyKey: key, by: self[name])
    }

    @discardableResult
    func giveBack(
        _ payment: String, _ amount: String, on day: String = "2024-06-03", key: String? = nil,
        by name: String = "treasury"
    ) async throws -> PaymentAnswer {
        try await test.workspace.recordReturn(
            Array(#"{"amount":"\#(amount)","on":"\#(day)","reason":"账号有误"}"#.utf8), of: payment,
            idempotencyKey: key, by: self[name])
    }

    @discardableResult
    func record(_ fact: String, of contract: String = "A-1", by name: String) async throws -> RecordedFact {
        try await test.workspace.recordFact(Array(fact.utf8), of: contract, by: self[name])
    }
}
