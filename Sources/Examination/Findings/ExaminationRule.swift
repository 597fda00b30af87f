/// The rules that contracts are examined by. The codes are never renamed: programs of others compare them.
public enum ExaminationRule: String, CaseIterable, Sendable {
    // Money that went out
    case paidBeforeAcceptance = "paid-before-acceptance"
    case paidAbovePayable = "paid-above-payable"
    case payeeDiffers = "payee-differs"
    // People
    case selfApprovalAttempt = "self-approval-attempt"
    case approvedByAssessor = "approved-by-assessor"
    // Discretion
    case ruling = "ruling"
    case voided = "voided"
    case redoneWithinDay = "redone-within-day"
    // Days
    case paidLate = "paid-late"
    case statutoryLate = "statutory-late"
    case holdbackEarly = "holdback-early"
    case holdbackOverdue = "holdback-overdue"
    case offHours = "off-hours"
    // Papers and contracts
    case duplicateInvoice = "duplicate-invoice"
    case duplicateVoucher = "duplicate-voucher"
    case supplementsAboveLimit = "supplements-above-limit"
    case justUnderThreshold = "just-under-threshold"
    /// No exception of the contract but of the examination: a rule could not be judged.
    case uncomputable = "uncomputable"
}
