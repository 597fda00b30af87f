public import Values

/// The statement that a payment request was computed from: anybody who has the journal can compute it again.
public struct StatementPin: Hashable, Sendable {
    /// SHA-256 of the dossier, in hexadecimal.
    public let dossier: String
    /// SHA-256 of the statement as JSON without explanations, in hexadecimal.
    public let statement: String
    /// What was payable for the installment; when that changes, the request is stale.
    public let payable: Money
    /// Number of the contract's last journal entry then.
    public let version: Int
    /// The day of the statement.
    public let asOf: CalendarDay

    /// Takes the parts as they are.
    public init(dossier: String, statement: String, payable: Money, version: Int, asOf: CalendarDay) {
        self.dossier = dossier
        self.statement = statement
        self.payable = payable
        self.version = version
        self.asOf = asOf
    }
}
