public import Audit

/// What was checked of a bundle, and what was wrong.
public struct VerificationReport: Equatable, Sendable {
    public internal(set) var counts = Counts()
    /// The first of them, in the order of the bundle.
    public internal(set) var faults: [BundleFault] = []
    /// All of them.
    public internal(set) var faultCount = 0
    public internal(set) var notices: [Notice] = []
    /// What the bundle claims to prove; nil where there is no readable checkpoint.
    public internal(set) var checkpoint: Checkpoint?

    /// Whether nothing is wrong.
    public var isFine: Bool { faultCount == 0 }

    /// How much was checked.
    public struct Counts: Equatable, Sendable {
        public internal(set) var files = 0
        public internal(set) var bytes = 0
        public internal(set) var signatures = 0
        /// Older checkpoints that the log was shown to have grown from.
        public internal(set) var olderCheckpoints = 0
        public internal(set) var contracts = 0
        public internal(set) var entries = 0
        /// Those of them that belong to no contract.
        public internal(set) var officeEntries = 0
        /// Claims of payment requests whose dossier and statement were computed again.
        public internal(set) var claims = 0
        /// Other steps of payment requests that were decided again.
        public internal(set) var steps = 0
        /// Recorded payments that were held against what was payable then.
        public internal(set) var payments = 0
        /// Statements computed for all this.
        public internal(set) var statements = 0
        public internal(set) var documents = 0
    }

    /// What a reader must know though nothing is wrong.
    public enum Notice: Equatable, Sendable {
        /// No key was brought along: whoever made the bundle may have made the key.
        case keyFromBundle(VerifierKey)
        /// Entries missing at the end of a contract would not show.
        case notWholeLog
        /// Documents that nobody has, among them some that were recorded as they happened.
        case documentsMissing(Int, recorded: Int)
        /// Installments that are paid above their payable, as imported histories may tell.
        case overpaidInstallments(Int)
        /// The calendar that the program came with is another one than this verifier's.
        case calendarDiffers
        /// README.md is not this verifier's.
        case dictionaryDiffers
        /// The workbook of payments is compared with the manifest only; payments.csv are computed again.
        case workbookNotComputed
        /// Calendars are not entries of the log: compare them with the State Council's notices.
        case calendarsNotInLog(Int)
    }
}
