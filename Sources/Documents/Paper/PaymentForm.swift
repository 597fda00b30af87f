public import Requests
public import Values

/// What stands on a payment approval form (付款审批单). ``pdf()`` prints it; it is in Chinese.
public struct PaymentForm: Equatable, Sendable {
    public let contract: ContractHead
    public let request: RequestHead
    public let installment: InstallmentHead
    /// From the installment's gross to what is payable, line by line.
    public let calculation: [Line]
    public let payment: Payment
    /// Nil where none is on file.
    public let payee: Payee?
    public let invoices: [Invoice]
    public let fundSource: String?
    public let attachments: [Attachment]
    /// Who asked, the chain of approvals, the treasury.
    public let signatures: [Signature]
    public let checkpoint: LogCheckpoint?
    public let printedAt: Instant

    /// The request that the form is about.
    public struct RequestHead: Equatable, Sendable {
        public let id: String
        public let state: RequestState
        /// Why it was rejected or withdrawn, where somebody said so.
        public let reason: String?
        /// SHA-256 of the statement that it rests on, in hexadecimal.
        public let statement: String
        public let asOf: CalendarDay
    }

    /// The installment that is to be paid.
    public struct InstallmentHead: Equatable, Sendable {
        public let label: String
        /// Its place in the schedule, from 1.
        public let number: Int
        public let count: Int
        public let terms: String
        /// How its clock stands: when it started, when it is due.
        public let standing: [String]
    }

    /// A figure with its name and its reason in words.
    public struct Line: Equatable, Sendable {
        public let name: String
        public let reason: String
        /// What is taken off is negative; the parts of a deduction are as they stand in its sum.
        public let amount: Money
        public let isTotal: Bool
    }

    /// The money asked for, between what was paid before and what is left.
    public struct Payment: Equatable, Sendable {
        public let amount: Money
        /// On the whole contract.
        public let paidBefore: Money
        public let paidAfter: Money
        /// Of this installment.
        public let installmentRest: Money
        /// Of the whole contract.
        public let contractRest: Money
    }

    /// The supplier's bank account.
    public struct Payee: Equatable, Sendable {
        public let holder: String
        public let bank: String
        public let number: String

        /// Takes all as it is to be printed.
        public init(holder: String, bank: String, number: String) {
            self.holder = holder
            self.bank = bank
            self.number = number
        }
    }

    /// An invoice for the installment.
    public struct Invoice: Equatable, Sendable {
        public let number: String
        public let amount: Money
    }

    /// A document that a fact rests on.
    public struct Attachment: Equatable, Sendable {
        /// What the fact says.
        public let name: String
        public let on: CalendarDay
        /// The hash, or the name, by which the fact names it; with the file's name where that is known.
        public let document: String
    }

    /// A box to be signed, or filled from who acted.
    public struct Signature: Equatable, Sendable {
        public let role: String
        public let signed: Signed?
        /// Whether it can still be signed: not where the request came to its end, or what is payable changed.
        public let isOpen: Bool

        /// Who acted and when.
        public struct Signed: Equatable, Sendable {
            public let name: String
            public let at: Instant
        }
    }
}
