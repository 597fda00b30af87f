internal import Audit
internal import Contracts
internal import JSON
internal import Payables
public import Requests
internal import Storage
public import Values

/// What somebody looks at before they raise a payment request on a contract.
public struct RequestPreparation: Sendable {
    /// Number of the contract.
    public let contract: String
    /// Number of the contract's last journal entry.
    public let version: Int
    /// Every installment, with what may be asked for on it now.
    public let choices: [Choice]
    /// The installment that was asked about; nil where none was.
    public let chosen: Chosen?
    /// Who approves a request that is raised now, first to last.
    public let chain: [ApprovalRole]

    /// An installment, and how it stands.
    public struct Choice: Sendable {
        public let figures: InstallmentFigures
        /// Whether it is due or overdue with nothing blocking.
        public let isPayable: Bool
        /// What open requests keep of what is outstanding.
        public let held: Money
        /// What a new request may ask for.
        public let available: Money
    }

    /// The installment with all that its payment rests on.
    public struct Chosen: Sendable {
        public let choice: Choice
        /// Requests on it that keep money, in the order in which they were raised.
        public let holding: [PaymentRequest]
        public let evidence: [RequestEvidence]
        /// The supplier's bank accounts; nil where none was ever proposed.
        public let accounts: BankAccountHistory?
    }
}

extension Workspace {
    /// How the installments of a contract stand for whoever wants to ask for money, and one of them in full. Throws for
    /// whoever may not raise requests on the contract, as raising one would.
    public func requestPreparation(
        on contract: String, installment id: String?, by caller: Caller
    ) async throws(OperationError) -> RequestPreparation {
        let (situation, computed) = try await readingContract("prepare-request", .contract(contract), by: caller) {
            authority, stored in
            let situation = Situation(authority: authority, contract: stored, context: readingContext(of: authority))
            try situation.requireHome(.raiseRequests)
            var parser = JSONParser()
            return (situation, try Computed(stored.journal, situation.context, with: &parser))
        }
        return try await mappingErrors(contract: contract) {
            let choices = try computed.choices()
            var chosen: RequestPreparation.Chosen?
            if let choice = choices.first(where: { $0.figures.installment.id == id }) {
                chosen = RequestPreparation.Chosen(
                    choice: choice,
                    holding: computed.ledger.requests.filter { $0.installment == id && $0.held > .zero },
                    evidence: try await evidence(of: choice.figures, in: situation.journal, for: situation.authority),
                    accounts: try await accounts(of: computed.statement.terms, for: situation.authority))
            }
            return RequestPreparation(
                contract: contract, version: situation.journal.entries.count, choices: choices, chosen: chosen,
                chain: situation.authority.chain)
        }
    }
}

extension Computed {
    /// Every installment with what may be asked for on it.
    fileprivate func choices() throws -> [RequestPreparation.Choice] {
        try statement.terms.installments.enumerated().compactMap { position, installment in
            guard let figures = InstallmentFigures(statement, installment.id) else { return nil }
            let standing = try standing(at: position)
            return RequestPreparation.Choice(
                figures: figures, isPayable: standing.isPayable, held: standing.held,
                available: standing.isPayable ? standing.available : .zero)
        }
    }
}
