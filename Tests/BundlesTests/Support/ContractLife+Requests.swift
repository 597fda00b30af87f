import Audit
import Contracts
import DossierSupport
import Payables
import Requests
import Values

extension ContractLife {
    private static let people: [ApprovalRole: String] = [.sectionHead: "王科长", .finance: "赵会计", .head: "钱局长"]

    /// One thing that somebody does about payment requests, if there is one to do.
    mutating func actOnRequests() {
        if chance(3) { later(days: Int.random(in: 0...20, using: &random)) }
        guard let computed = computed() else { return }
        let open = computed.ledger.requests.filter { $0.waitsFor != nil }
        if let request = open.first, !chance(6) { advance(request, computed) } else { raise(computed) }
        if chance(12) { giveBack() }
    }

    private func standing(_ installment: String, _ computed: Computed) -> InstallmentStanding? {
        let statement = computed.statement
        guard let position = statement.terms.installments.firstIndex(where: { $0.id == installment }),
            let held = try? computed.ledger.held(on: installment)
        else { return nil }
        var output = TextOutput()
        output.write(statement)
        let figures = statement.installments[position]
        let pin = StatementPin(
            dossier: ContentHash(of: computed.bytes).description, statement: ContentHash(of: output.bytes).description,
            payable: figures.payable, version: journal.entries.count, asOf: day)
        return InstallmentStanding(
            pin: pin, isPayable: figures.status == .due || figures.status == .overdue,
            outstanding: figures.outstanding, held: held)
    }

    private mutating func raise(_ computed: Computed) {
        let statement = computed.statement
        let due = zip(statement.terms.installments, statement.installments).filter {
            ($1.status == .due || $1.status == .overdue) && $1.outstanding > .zero
        }.map(\.0.id)
        guard !due.isEmpty else { return }
        let installment = pick(due)
        guard let standing = self.standing(installment, computed), standing.available > .zero else { return }
        let amount = chance(3) ? Money(fen: max(1, standing.available.fen / 2)) : nil
        guard
            let claim = try? RequestEvent.Claim.raised(
                amount: amount, on: standing, chain: chance(4) ? [.finance] : ApprovalRole.standardChain)
        else { return }
        let event = RequestEvent(freshID("r"), .submitted(installment: installment, claim))
        _ = draft(nil, event, origin: .recorded, by: "孙经办")
    }

    private mutating func advance(_ request: PaymentRequest, _ computed: Computed) {
        guard let standing = self.standing(request.installment, computed) else { return }
        switch request.waitsFor {
        case .approval(let role):
            let decision: Decision = chance(9) ? .reject(reason: "资料不全") : chance(9) ? .withdraw(reason: nil) : .approve
            decide(request, decision, standing, role)
        case .requester: decide(request, chance(4) ? .withdraw(reason: "改签") : .reconfirm, standing, nil)
        case .treasury: pay(request, standing)
        case nil: return
        }
    }

    private mutating func decide(
        _ request: PaymentRequest, _ decision: Decision, _ standing: InstallmentStanding, _ role: ApprovalRole?
    ) {
        let name = role.flatMap { Self.people[$0] } ?? "孙经办"
        let context = DecisionContext(
            name: name, roles: role.map { [$0] } ?? [], isTreasury: false, isAssessor: false, standing: standing,
            chain: ApprovalRole.standardChain)
        guard let step = try? request.step(decision, in: context) else { return }
        _ = draft(nil, RequestEvent(request.id, step), origin: .recorded, by: name)
    }

    private mutating func pay(_ request: PaymentRequest, _ standing: InstallmentStanding) {
        let amount = chance(3) ? Money(fen: max(1, request.rest.fen / 2)) : request.rest
        let context = DecisionContext(
            name: "国库", roles: [], isTreasury: true, isAssessor: false, standing: standing,
            chain: ApprovalRole.standardChain)
        guard (try? request.checkPayment(of: amount, on: day, in: context, today: day)) != nil else { return }
        let id = freshID("p")
        let fact: JSONTree = [
            "id": .string(id), "kind": "paid", "installment": .string(request.installment),
            "amount": .string(amount.description), "on": .string(day.description), "voucher": .string("@凭证,\"\(id)\""),
            "fundSource": "-一般公共预算",
        ]
        _ = draft(fact, RequestEvent(request.id, .paid(payment: id)), origin: .recorded, by: "国库")
    }

    private mutating func giveBack() {
        guard let payment = computed()?.statement.dossier.payments.first(where: { $0.left.fen > 1 && $0.on <= day })
        else { return }
        let back: JSONTree = [
            "id": .string(freshID("b")), "kind": "returned", "installment": .string(payment.installment),
            "amount": .string(Money(fen: payment.left.fen / 2).description), "on": .string(day.description),
            "payment": .string(payment.id), "note": "户名有误",
        ]
        _ = draft(back, nil, origin: .recorded, by: "国库")
    }
}
