internal import Postgres

/// Something that is right in itself but contradicts what is recorded, or cannot be recorded.
public struct Conflict: Equatable, Sendable {
    /// A JSON Pointer (RFC 6901) into what was handed in; empty for the whole.
    public let pointer: String
    public let code: ConflictCode
    /// What was found there, for the sentence.
    public let detail: String

    /// Names the place and what is wrong there.
    public init(pointer: String, code: ConflictCode, detail: String = "") {
        self.pointer = pointer
        self.code = code
        self.detail = detail
    }
}

/// The stable codes of conflicts; never renamed.
public enum ConflictCode: String, CaseIterable, Sendable {
    /// The terms or the calendar are not those registered; terms change by an `amended` fact.
    case termsDiffer = "terms-differ"
    /// A fact of that id is recorded, and says something else.
    case factDiffers = "fact-differs"
    /// A contract of that number is registered.
    case contractRegistered = "contract-registered"
    /// The buyer is another department than the caller's, or another one than before.
    case foreignBuyer = "foreign-buyer"
    /// A number or name is longer than the database can index.
    case tooLong = "text-too-long"
    /// Another payment of the buyer's year has the voucher.
    case voucherTaken = "voucher-taken"
    /// Another invoice of the supplier has the number.
    case invoiceNumberTaken = "invoice-number-taken"
    /// More would be paid, with what is in flight, than is payable.
    case exceedsPayable = "payment-exceeds-payable"
    /// More would be paid than the contract's price.
    case exceedsPrice = "payment-exceeds-price"
    /// More would be paid on a payment request than it asks for.
    case exceedsRequest = "payment-exceeds-request"
    /// The fact names a document by its hash that is not stored, or not for who records it to see.
    case documentMissing = "document-missing"
    /// A rule of the database that is none of the above; the detail is its SQLSTATE.
    case refusedByDatabase = "refused-by-database"
}

extension Conflict {
    /// What a refusal of the database's guards means; nil for any other refusal.
    init?(_ error: ServerError) {
        let code: ConflictCode
        switch error.constraint {
        case "payment_voucher_once": code = .voucherTaken
        case "invoice_number_once": code = .invoiceNumberTaken
        case "payment_within_payable": code = .exceedsPayable
        case "payment_within_price": code = .exceedsPrice
        case "payment_within_request", "payment_request_paid_within_amount": code = .exceedsRequest
        default: return nil
        }
        self.init(pointer: "", code: code)
    }
}
