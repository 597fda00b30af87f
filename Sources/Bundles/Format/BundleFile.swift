public import Audit

/// The files of a bundle, by their names, in the order in which they stand (bundle-format.md).
public enum BundleFile: Hashable, Sendable {
    /// The format, the scope and the day.
    case head
    /// The signed note that everything is measured against.
    case checkpoint
    /// Earlier signed notes, by the size of the log.
    case earlierCheckpoint(Int)
    /// A verifier key, counted from 1, in both forms.
    case key(Int)
    case pem(Int)
    /// The log's leaves and subtrees from left to right.
    case log
    /// Which calendars there are.
    case calendars
    /// One calendar by its number.
    case calendar(Int)
    /// One file of the office's journal; only in a bundle of the whole log.
    case office(OfficePart)
    /// One file of a contract, counted from 1.
    case contract(Int, Part)
    /// The payments of all contracts as a workbook for people: what payments.csv say, in one file.
    case workbook
    case document(ContentHash)
    /// What all of this means, for people.
    case dictionary
    case manifest
    /// For `sha256sum -c`.
    case checksums

    /// The files of the office's journal.
    public enum OfficePart: String, CaseIterable, Sendable {
        case entries = "entries.ndjson"
        case places = "places.csv"
    }

    /// The files of one contract.
    public enum Part: String, CaseIterable, Sendable {
        /// The entries as stored, one a line.
        case entries = "entries.ndjson"
        /// Where each stands in the log.
        case places = "places.csv"
        /// The statements that payment requests rest on, one a line.
        case statements = "statements.ndjson"
        case payments = "payments.csv"
    }

    /// The name in the archive.
    public var path: String {
        switch self {
        case .head: "bundle.json"
        case .checkpoint: "checkpoint"
        case .earlierCheckpoint(let size): "checkpoints/\(size)"
        case .key(let number): "keys/\(number).vkey"
        case .pem(let number): "keys/\(number).pem"
        case .log: "log.csv"
        case .calendars: "calendars.ndjson"
        case .calendar(let number): "calendars/\(number).csv"
        case .office(let part): "office/\(part.rawValue)"
        case .contract(let number, let part): "contracts/\(Self.folder(number))/\(part.rawValue)"
        case .workbook: "payments.xlsx"
        case .document(let hash): "documents/\(hash)"
        case .dictionary: "README.md"
        case .manifest: "manifest.json"
        case .checksums: "SHA256SUMS"
        }
    }

    /// Reads a name; nil for one that no bundle has.
    public init?(path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let file: BundleFile?
        switch (parts.count, parts[0]) {
        case (1, _):
            file = [.head, .checkpoint, .log, .calendars, .workbook, .dictionary, .manifest, .checksums].first {
                $0.path == path
            }
        case (2, "checkpoints"): file = Self.number(parts[1]).map { .earlierCheckpoint($0) }
        case (2, "calendars"): file = Self.number(parts[1], before: ".csv").map { .calendar($0) }
        case (2, "office"): file = OfficePart(rawValue: parts[1]).map { .office($0) }
        case (2, "documents"): file = ContentHash(parts[1]).map { .document($0) }
        case (2, "keys"):
            file =
                Self.number(parts[1], before: ".vkey").map { .key($0) }
                ?? Self.number(parts[1], before: ".pem").map { .pem($0) }
        case (3, "contracts"):
            file = Self.number(parts[1]).flatMap { number in Part(rawValue: parts[2]).map { .contract(number, $0) } }
        default: file = nil
        }
        // One name for one file: other writings of a number are none.
        guard let file, file.path == path else { return nil }
        self = file
    }

    /// Six digits or more, so that folders sort.
    static func folder(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    private static func number(_ text: String, before suffix: String = "") -> Int? {
        text.hasSuffix(suffix) ? Int(text.dropLast(suffix.count)).flatMap { $0 < 0 ? nil : $0 } : nil
    }

    /// Where the file stands among the kinds; never less than that of the file before it.
    var order: Int {
        switch self {
        case .head: 0
        case .checkpoint: 1
        case .earlierCheckpoint: 2
        case .key, .pem: 3
        case .log: 4
        case .calendars: 5
        case .calendar: 6
        case .office(.entries): 7
        case .office(.places): 8
        case .contract: 9
        case .workbook: 10
        case .document: 11
        case .dictionary: 12
        case .manifest: 13
        case .checksums: 14
        }
    }
}
