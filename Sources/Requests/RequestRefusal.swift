/// Why a payment request cannot be raised, decided or paid as asked for. The codes are never renamed.
public enum RequestRefusal: String, CaseIterable, Error, Sendable {
    /// It is over, or already past this step.
    case notOpen = "request-not-open"
    /// What is payable changed since: it is to be withdrawn or confirmed again.
    case stale = "request-stale"
    /// It waits for somebody of another role.
    case notYourStep = "request-not-your-step"
    /// Whoever asked or approved does not act again.
    case actedAlready = "request-acted-already"
    /// Whoever recorded the assessment that decides the installment does not approve or pay it.
    case ownAssessment = "request-own-assessment"
    /// Only whoever raised it confirms it again.
    case notRequester = "request-not-requester"
    /// It is neither due nor overdue, or something blocks it.
    case installmentNotPayable = "installment-not-payable"
    /// More than is outstanding and not held by other requests.
    case exceedsAvailable = "request-exceeds-available"
    /// More than is left of what was approved.
    case exceedsRequest = "payment-exceeds-request"
    /// Dated before the last approval.
    case beforeApproval = "payment-before-approval"
    /// Dated later than today.
    case datedAhead = "payment-dated-ahead"
    /// More would come back than is left of the payment.
    case exceedsPayment = "return-exceeds-payment"
    /// Dated before its payment.
    case beforePayment = "return-before-payment"

    /// What kind of refusal it is.
    public enum Kind: Sendable {
        /// The person may not do it: it is logged.
        case forbidden
        /// Things stand otherwise.
        case conflict
        /// What was sent is wrong.
        case invalid
    }

    public var kind: Kind {
        switch self {
        case .notYourStep, .actedAlready, .ownAssessment, .notRequester: .forbidden
        case .notOpen, .stale, .installmentNotPayable, .exceedsAvailable, .exceedsRequest, .exceedsPayment: .conflict
        case .beforeApproval, .datedAhead, .beforePayment: .invalid
        }
    }
}
