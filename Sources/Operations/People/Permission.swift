/// One thing that somebody may do or not. Whose contracts it reaches is another question: ``Actor/visibility``.
public enum Permission: String, CaseIterable, Sendable {
    case readContracts = "read-contracts"
    case registerContracts = "register-contracts"
    /// Events, usage and objections.
    case recordEvents = "record-events"
    case recordInvoices = "record-invoices"
    case recordAssessments = "record-assessments"
    /// Of an assessment.
    case recordCollectiveDecisions = "record-collective-decisions"
    case recordRulings = "record-rulings"
    case amendContracts = "amend-contracts"
    case terminateContracts = "terminate-contracts"
    case voidFacts = "void-facts"
    /// Evidence, for the own department.
    case uploadDocuments = "upload-documents"
    /// Of suppliers; and withdraw one's own.
    case proposeBankAccounts = "propose-bank-accounts"
    /// Proposed by somebody else; and reject.
    case confirmBankAccounts = "confirm-bank-accounts"
    case importHistories = "import-histories"
    case manageBudgets = "manage-budgets"
    /// And withdraw those of one's department; only the requester confirms one again.
    case raiseRequests = "raise-requests"
    case approveAsSection = "approve-as-section"
    case approveAsFinance = "approve-as-finance"
    case approveAsHead = "approve-as-head"
    /// And returns.
    case recordPayments = "record-payments"
    case exportEvidence = "export-evidence"
    case verifyJournals = "verify-journals"
    case manageAccounts = "manage-accounts"
    case manageTokens = "manage-tokens"
    case manageCalendars = "manage-calendars"
    case readAccessLog = "read-access-log"
}
