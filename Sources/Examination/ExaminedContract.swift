public import Audit
public import Reperformance
public import Requests
public import Values

/// A contract to be examined: its journal, and what stands elsewhere about it.
public struct ExaminedContract: Sendable {
    /// Verified by whoever read it.
    public var journal: ContractJournal
    /// All of them, from number 0 on.
    public var calendars: [CalendarVersion]
    /// The day of the report: what is dated later has not happened.
    public var asOf: CalendarDay
    /// From the access log: steps of this contract's payment requests that were refused.
    public var refusedAttempts: [RefusedAttempt] = []
    /// The bank accounts of the contract's supplier that were ever in force.
    public var accounts: [SupplierAccount] = []
    /// Whether the supplier was a medium, small or micro enterprise at the signing (条例 art. 3); nil where unknown.
    public var isSmallSupplier: Bool?

    /// Begins with what every contract has.
    public init(_ journal: ContractJournal, calendars: [CalendarVersion], asOf: CalendarDay) {
        self.journal = journal
        self.calendars = calendars
        self.asOf = asOf
    }
}

/// Somebody tried to act on a payment request and was refused.
public struct RefusedAttempt: Equatable, Sendable {
    public let at: Instant
    public let by: String
    /// Id of the payment request.
    public let request: String
    public let refusal: RequestRefusal

    /// Takes the row of the access log.
    public init(at: Instant, by: String, request: String, refusal: RequestRefusal) {
        self.at = at
        self.by = by
        self.request = request
        self.refusal = refusal
    }
}

/// A bank account to which money for the supplier went for some time.
public struct SupplierAccount: Equatable, Sendable {
    /// Name of the account (账户名).
    public let holder: String
    /// Digits, masked or not; only shown.
    public let number: String
    public let inForceFrom: Instant
    /// Nil while it is in force; the moment itself is no longer part of it.
    public let inForceUntil: Instant?

    /// Takes the parts as they are.
    public init(holder: String, number: String, inForceFrom: Instant, inForceUntil: Instant? = nil) {
        self.holder = holder
        self.number = number
        self.inForceFrom = inForceFrom
        self.inForceUntil = inForceUntil
    }
}
