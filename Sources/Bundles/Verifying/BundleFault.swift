/// Something in a bundle that is not as it was recorded, signed or computed.
public struct BundleFault: Equatable, Sendable {
    public let code: Code
    /// The file, and in a contract's file the number of the entry.
    public let place: String
    /// What was found, where that helps: a code of another list, a name, a figure.
    public let detail: String

    /// What is wrong. The codes are never renamed.
    public enum Code: String, CaseIterable, Sendable {
        // The archive and its lists.
        case fileMissing = "file-missing"
        case fileUnexpected = "file-unexpected"
        case fileRepeated = "file-repeated"
        case fileMisplaced = "file-misplaced"
        case fileMalformed = "file-malformed"
        case manifestDiffers = "manifest-differs"
        case checksumsDiffer = "checksums-differ"
        // The log.
        case checkpointRefused = "checkpoint-refused"
        case keyDiffers = "key-differs"
        case logMisplaced = "log-misplaced"
        case logSizeDiffers = "log-size-differs"
        case logRootDiffers = "log-root-differs"
        case logIncomplete = "log-incomplete"
        case historyRewritten = "history-rewritten"
        case logShrank = "log-shrank"
        case consistencyNotShown = "consistency-not-shown"
        // The entries.
        case chainBroken = "chain-broken"
        case contractRepeated = "contract-repeated"
        case entryNotInLog = "entry-not-in-log"
        case logEntryMissing = "log-entry-missing"
        // The figures.
        case uncomputable = "uncomputable"
        case dossierDiffers = "dossier-differs"
        case statementDiffers = "statement-differs"
        case payableDiffers = "payable-differs"
        case pinMisplaced = "pin-misplaced"
        case claimRefused = "claim-refused"
        case stepRefused = "step-refused"
        case paymentRefused = "payment-refused"
        case paymentAbovePayable = "payment-above-payable"
        case paymentAbovePrice = "payment-above-price"
        case statementsDiffer = "statements-differ"
        case paymentsDiffer = "payments-differ"
        // What stands beside them.
        case calendarDiffers = "calendar-differs"
        case documentDiffers = "document-differs"
        case documentMissing = "document-missing"
    }

    init(_ code: Code, _ place: String, _ detail: String = "") {
        self.code = code
        self.place = place
        self.detail = detail
    }
}
