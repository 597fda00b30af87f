internal import Audit
internal import Contracts
internal import JSON
internal import Payables
internal import Requests
internal import Storage
internal import Values

/// What a decision rests on: the contract as it is under its lock, and who decides.
struct Situation: Sendable {
    let authority: Authority
    let contract: StoredJournal
    let context: DraftContext

    var journal: ContractJournal { contract.journal }
    var number: String { journal.head.entry.contract }

    /// Lets only those write whose department the contract belongs to. To others it does not exist, unless they may
    /// read it.
    func requireHome(_ permission: Permission) throws(OperationError) {
        guard authority.sees(buyer: contract.buyerKey) else { throw .unknownContract(number: number) }
        try authority.require(permission)
        guard authority.isAtHome(buyer: contract.buyerKey) else { throw .forbidden(permission) }
    }
}

/// A contract computed for today, with its payment requests.
struct Computed: Sendable {
    let bytes: [UInt8]
    let statement: Statement
    let ledger: RequestLedger

    init(_ journal: ContractJournal, _ context: DraftContext, with parser: inout JSONParser) throws {
        bytes = journal.dossier(asOf: context.today)
        let dossier = try journal.readDossier(
            context.known, asOf: context.today, context.holidays, with: &parser)
        statement = try Payables.statement(of: dossier)
        ledger = try RequestLedger(journal, statement.dossier)
    }

    /// How an installment stands, by its id; nil where the terms have none of that id.
    func standing(of installment: String, version: Int) throws(Overflow) -> InstallmentStanding? {
        let position = statement.terms.installments.firstIndex { $0.id == installment }
        guard let position else { return nil }
        var output = TextOutput()
        output.write(statement)
        let pin = StatementPin(
            dossier: ContentHash(of: bytes).description, statement: ContentHash(of: output.bytes).description,
            payable: statement.installments[position].payable, version: version, asOf: statement.dossier.asOf)
        return try standing(at: position, pin)
    }

    /// How the installment at a place stands; without a pin nothing can be claimed on it.
    func standing(at position: Int, _ pin: StatementPin? = nil) throws(Overflow) -> InstallmentStanding {
        let figures = statement.installments[position]
        return InstallmentStanding(
            pin: pin, isPayable: figures.status == .due || figures.status == .overdue,
            outstanding: figures.outstanding, held: try ledger.held(on: statement.terms.installments[position].id))
    }
}

extension RequestLedger {
    /// The payment requests of a journal whose facts are those of the dossier.
    init(_ journal: ContractJournal, _ dossier: Dossier) throws(Overflow) {
        let steps = journal.requestSteps
        let payments = steps.isEmpty ? [] : dossier.payments
        try self.init(steps, payments: Dictionary(payments.map { ($0.id, $0.left) }, uniquingKeysWith: { $1 }))
    }
}
