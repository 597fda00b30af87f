public import Contracts
public import Requests
public import Values

/// A payment request with everything that somebody looks at before they decide on it.
public struct RequestReview: Sendable {
    /// Number of the contract.
    public let contract: String
    /// Number of the contract's last journal entry.
    public let version: Int
    public let request: PaymentRequest
    /// What it rests on: as it was when it was submitted, or confirmed last.
    public let pinned: InstallmentFigures
    /// Today; nil where the terms no longer have the installment.
    public let today: InstallmentFigures?
    /// What was recorded of the contract since, but for what was done on the request itself.
    public let news: [News]
    public let evidence: [RequestEvidence]
    /// In the order in which they were made.
    public let payments: [PaidOnRequest]
    /// The supplier's bank accounts; nil where none was ever proposed.
    public let accounts: BankAccountHistory?
    /// Names of people by the names of their accounts.
    public let people: [String: String]
    public let options: RequestOptions

    /// A journal entry that came after what the request rests on.
    public struct News: Sendable {
        /// Number of the entry.
        public let entry: Int
        public let by: String
        public let at: Instant
        public let content: Content
        /// Whether it is about the request's installment.
        public let isAboutIt: Bool

        /// What was recorded.
        public enum Content: Sendable {
            case fact(Fact)
            /// A step of another request, and the id of its installment.
            case step(RequestEvent, installment: String)
        }
    }

    /// A payment on the request.
    public struct PaidOnRequest: Sendable {
        public let payment: Payment
        public let by: String
        public let at: Instant
        public let returns: [Returned]
    }

    /// What came back of a payment.
    public struct Returned: Sendable {
        public let amount: Money
        public let on: CalendarDay
        public let reason: String
        public let by: String
        public let at: Instant
    }
}

/// What the caller may do about a payment request at this moment.
public struct RequestOptions: Sendable {
    public let approve: Standing
    public let reject: Standing
    public let withdraw: Standing
    public let reconfirm: Standing
    public let pay: Standing
    /// Whether what came back of its payments may be recorded.
    public let mayReturn: Bool
    /// What it would ask for in all when it is confirmed again now; nil where it cannot be.
    public let amountAgain: Money?
    /// Whether the approval takes a proof of who approves.
    public let needsProof: Bool

    /// How it stands with one of them.
    public enum Standing: Equatable, Sendable {
        case open
        /// It is somebody else's, or its time is past or has not come.
        case notTheirs
        /// It would be theirs but for this.
        case refused(RequestRefusal)
    }
}
