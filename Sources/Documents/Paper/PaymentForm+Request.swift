internal import Contracts
public import Payables
public import Requests
public import Values

extension PaymentForm {
    /// What is printed beside the request and its statement, which do not know it.
    public struct Surroundings: Sendable {
        public var payee: Payee?
        public var fundSource: String?
        /// Names of people by the names of their accounts.
        public var people: [String: String] = [:]
        /// Names of files by their hashes.
        public var files: [String: String] = [:]
        public var checkpoint: LogCheckpoint?
        public let printedAt: Instant

        /// Nothing but the time.
        public init(printedAt: Instant) { self.printedAt = printedAt }
    }

    /// The form of a request on the statement that it rests on. Nil for another statement: of another day, without the
    /// installment, or with another payable than the request's ``StatementPin`` says; and where a sum does not fit.
    public init?(of request: PaymentRequest, on statement: Statement, with surroundings: Surroundings) {
        let terms = statement.terms
        guard let position = terms.installments.firstIndex(where: { $0.id == request.installment }),
            statement.dossier.asOf == request.claim.pin.asOf,
            statement.installments[position].payable == request.claim.pin.payable,
            let payment = try? Payment(of: request, at: position, on: statement)
        else { return nil }
        let installment = terms.installments[position]
        contract = ContractHead(of: statement.dossier)
        self.request = RequestHead(
            id: request.id, state: request.state, reason: request.endReason, statement: request.claim.pin.statement,
            asOf: request.claim.pin.asOf)
        let dates: [Statement.Figure] = [.startedOn, .dueOn]
        self.installment = InstallmentHead(
            label: installment.label, number: position + 1, count: terms.installments.count,
            terms: installment.paymentTerms(in: .chinese, of: terms),
            standing: dates.compactMap { statement.because($0, of: position)?.sentence(in: .chinese) })
        calculation = Self.calculation(of: position, on: statement)
        self.payment = payment
        payee = surroundings.payee
        let facts = statement.dossier.facts
        invoices = statement.dossier.standing.ledgers[position].invoices.compactMap { entry in
            guard case .invoice(_, let number, let amount) = facts[entry.fact].kind else { return nil }
            return Invoice(number: number, amount: amount)
        }
        fundSource = surroundings.fundSource
        attachments = statement.dossier.countingFacts.filter { $0.concerns(installment, of: statement) }.compactMap {
            fact in
            guard let document = fact.document else { return nil }
            let file = surroundings.files[document].map { "\($0)  " } ?? ""
            return Attachment(name: fact.title(on: statement), on: fact.on, document: file + document)
        }
        signatures = Signature.boxes(of: request, naming: surroundings.people)
        checkpoint = surroundings.checkpoint
        printedAt = surroundings.printedAt
    }

    private static func calculation(of position: Int, on statement: Statement) -> [Line] {
        let words = PaperWords(language: .chinese)
        let row = statement.installments[position]
        func line(_ figure: Statement.Figure, _ amount: Money, isTotal: Bool = false) -> Line? {
            guard let because = statement.because(figure, of: position), isTotal || !because.rule.isTrivial else {
                return nil
            }
            return Line(
                name: words.name(of: figure), reason: because.sentence(in: .chinese), amount: amount, isTotal: isTotal)
        }
        let deductions = statement.terms.installments[position].assessedBy.map { assessment in
            statement.lines(of: position).map { line in
                Line(
                    name: "其中：" + words.name(of: line),
                    reason: statement.because(line, of: assessment).sentence(in: .chinese),
                    amount: line.amount, isTotal: false)
            }
        }
        let before = [line(.gross, row.gross), line(.recovered, row.recovered.negated)]
        let after = [
            line(.withheld, row.withheld.negated), line(.payable, row.payable, isTotal: true),
            line(.paid, row.paid.negated),
        ]
        return before.compactMap { $0 } + [line(.deducted, row.deducted.negated)].compactMap { $0 } + (deductions ?? [])
            + after.compactMap { $0 }
    }
}

extension PaymentForm.Payment {
    /// What the request asks for now: its claim less what was paid on it before it was confirmed again.
    fileprivate init(of request: PaymentRequest, at position: Int, on statement: Statement) throws(Overflow) {
        amount = try request.claim.amount - statement.paid(by: request.paymentsBeforeClaim, at: position)
        paidBefore = statement.paid
        paidAfter = try statement.paid + amount
        installmentRest = try statement.installments[position].outstanding - amount
        contractRest = try statement.outstanding - amount
    }
}

extension PaymentRequest {
    /// Ids of the payments that its present claim counts as made.
    fileprivate var paymentsBeforeClaim: Set<String> {
        let claimed = steps.lastIndex { if case .reconfirmed = $0.event.step { true } else { false } } ?? 0
        return Set(
            steps[..<claimed].compactMap { step in
                if case .paid(let payment) = step.event.step { payment } else { nil }
            })
    }

    /// Why it came to its end, where somebody said so.
    fileprivate var endReason: String? {
        switch steps.last?.event.step {
        case .rejected(let reason): reason
        case .withdrawn(let reason): reason
        default: nil
        }
    }
}

extension Statement {
    /// What payments brought to an installment, less what was returned of them.
    fileprivate func paid(by payments: Set<String>, at position: Int) throws(Overflow) -> Money {
        var sum = Money.zero
        for entry in dossier.standing.ledgers[position].payments {
            let fact = dossier.facts[entry.fact]
            if case .returned(_, _, let payment) = fact.kind {
                guard let payment, payments.contains(payment) else { continue }
            } else if !payments.contains(fact.id) {
                continue
            }
            try sum += entry.amount
        }
        return sum
    }
}

extension Money {
    /// What is taken off. No figure of a statement is the one amount that has no opposite.
    fileprivate var negated: Money { Money(fen: 0 &- fen) }
}
