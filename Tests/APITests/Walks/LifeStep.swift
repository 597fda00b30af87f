import Operations
import Testing
import Values

/// What happens on a day of a contract's life, and how an installment stands after it.
struct LifeStep: Sendable {
    let day: String
    let act: Act
    /// As ``ContractLife/line(_:in:)`` writes it.
    let after: String

    init(_ day: String, _ act: Act, _ after: String) {
        self.day = day
        self.act = act
        self.after = after
    }

    enum Act: Sendable {
        /// A fact's members beside its day.
        case fact(Role, String)
        case invoice(String, String)
        /// So many local services, one on each day before.
        case services(Int)
        /// Evidence is uploaded, and a ruling refers to it.
        case ruling(String, deduction: String)
        /// A request for the installment is refused.
        case refused(String)
        /// A request for all of it, approved by three, paid in parts of which the last comes back once.
        case paid(String, [String], isLastReturned: Bool = false)
    }

    /// Does it.
    func take(_ life: inout ContractLife) async throws {
        life.wake(on: day)
        switch act {
        case .fact(let role, let members): try await life.record(members, as: role)
        case .invoice(let installment, let amount):
            let members =
                #""kind":"invoice","installment":"\#(installment)","number":"N-\#(day)","amount":"\#(amount)""#
            try await life.record(members, as: .officer)
        case .services(let count): try await life.serve(count, before: day)
        case .ruling(let assessment, let deduction): try await life.rule(assessment, deduction: deduction)
        case .refused(let installment): try await life.expectRefusal(installment)
        case .paid(let installment, let parts, let isLastReturned):
            try await life.pay(installment, parts, isLastReturned: isLastReturned)
        }
        let statement = try await life.compareStatement()
        #expect(try ContractLife.line(String(after.prefix { $0 != " " }), in: statement) == after, "\(day)")
    }
}

extension ContractLife {
    fileprivate mutating func record(_ members: String, as role: Role) async throws {
        try await post(path + "/facts", "{\(members),\"on\":\"\(day)\"}", as: role)
    }

    fileprivate mutating func serve(_ count: Int, before last: String) async throws {
        let end = try #require(CalendarDay(last))
        for left in (0..<count).reversed() {
            wake(on: try end.adding(days: -left).description)
            try await record(#""kind":"event","event":"local-service""#, as: .officer)
        }
    }

    fileprivate mutating func rule(_ assessment: String, deduction: String) async throws {
        let minutes = try await server.call(
            "POST", "/api/v1/documents?name=%E4%BC%9A%E8%AE%AE%E7%BA%AA%E8%A6%81.pdf", as: try await token(.finance),
            ["Content-Type": "application/pdf"], json: "%PDF-1.7 minutes of \(day)")
        let hash = try #require(minutes.string("/sha256"))
        try await record(
            #""kind":"ruling","assessment":"\#(assessment)","deduction":"\#(deduction)","reason":"局办公会决定","#
                + #""document":"\#(hash)""#, as: .finance)
    }

    fileprivate mutating func expectRefusal(_ installment: String) async throws {
        let answer = try await post(
            path + "/payment-requests", #"{"installment":"\#(installment)"}"#, as: .officer, status: 409)
        #expect(answer.string("/type") == "/problems/installment-not-payable")
    }

    fileprivate mutating func pay(_ installment: String, _ parts: [String], isLastReturned: Bool) async throws {
        let raised = try await post(
            path + "/payment-requests", #"{"installment":"\#(installment)"}"#, as: .officer)
        let request = "/api/v1/payment-requests/" + (try #require(raised.string("/id")))
        for role in [Role.sectionHead, .finance, .head] {
            #expect(
                try await server.call("GET", request, as: try await token(role)).string("/waitsFor") == role.rawValue)
            try await post(request + "/decisions", TestServer.approval, as: role, status: 200)
        }
        let amounts = isLastReturned ? parts + parts.suffix(1) : parts
        for (position, amount) in amounts.enumerated() {
            let paid = try await post(
                request + "/payments",
                #"{"amount":"\#(amount)","on":"\#(day)","voucher":"\#(day)/\#(position)","fundSource":"财政预算"}"#,
                as: .treasury)
            guard isLastReturned, position == parts.count - 1 else { continue }
            let payment = try #require(paid.string("/payment"))
            let back = try await post(
                "/api/v1/payments/\(payment)/returns",
                #"{"amount":"\#(amount)","on":"\#(day)","reason":"收款账号有误"}"#, as: .treasury)
            #expect(back.string("/request/state") == "partly-paid" && back.string("/return") != nil)
        }
        let paid = try await server.call("GET", request, as: try await token(.auditor))
        #expect(paid.string("/state") == "paid" && paid.count("/payments") == amounts.count)
    }
}
