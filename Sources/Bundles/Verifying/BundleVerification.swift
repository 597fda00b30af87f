internal import Audit
internal import Reperformance
internal import Values

/// One verification on its way through the archive.
final class BundleVerification {
    let reader: ArchiveReader
    let options: VerificationOptions
    var report = VerificationReport()

    /// Every file read so far, as the manifest should list it.
    private(set) var files: [Manifest.ListedFile] = []
    private var paths: Set<String> = []
    private var order = 0

    var head: BundleHead?
    var note: SignedNote?
    var checkpoint: Checkpoint?
    var keys: [VerifierKey] = []
    var earlierNotes: [(place: String, note: SignedNote)] = []
    var earlier: [OlderCheckpoint] = []
    let leaves: LeafSpill
    var calendarLines: [CalendarList.Line] = []
    var calendars: [CalendarVersion] = []

    var office: OfficeJournal?
    var pending = PendingContract()
    var contractFolders = 0
    var contracts: [Manifest.ListedContract] = []
    var numbers: Set<String> = []
    /// By hash, whether a recorded fact names it.
    var namedDocuments: [ContentHash: Bool] = [:]
    var seenDocuments: Set<ContentHash> = []
    var overpaid = 0

    init(_ reader: ArchiveReader, _ options: VerificationOptions) throws(BundleError) {
        self.reader = reader
        self.options = options
        leaves = try LeafSpill()
    }

    func run() throws(BundleError) -> VerificationReport {
        while try reader.next() {
            guard !files.isEmpty || reader.path == BundleFile.head.path else { throw .notABundle }
            if !paths.insert(reader.path).inserted { fault(.fileRepeated, reader.path) }
            if let file = BundleFile(path: reader.path) {
                if file.order < order { fault(.fileMisplaced, reader.path) }
                order = max(order, file.order)
                try read(file)
            } else {
                fault(.fileUnexpected, reader.path)
            }
            while try reader.read() != nil {}
            files.append(.init(path: reader.path, sha256: reader.hash, size: reader.size))
            report.counts.files += 1
            report.counts.bytes += reader.size
        }
        guard !files.isEmpty else { throw .notABundle }
        finish()
        return report
    }

    private func read(_ file: BundleFile) throws(BundleError) {
        if case .contract = file {} else { finishContract() }
        switch file {
        case .head: readHead(try reader.readAll())
        case .checkpoint: readCheckpoint(try reader.readAll())
        case .earlierCheckpoint(let size): readEarlier(size, try reader.readAll())
        case .key(let number): readKey(number, try reader.readAll())
        case .pem(let number): readPEM(number, try reader.readAll())
        case .log: try readLog()
        case .calendars: readCalendars(try reader.readAll())
        case .calendar(let number): readCalendar(number, try reader.readAll())
        case .office(let part): try readOffice(part, try reader.readAll())
        case .contract(let number, let part): try readContract(number, part, try reader.readAll())
        case .workbook: report.notices.append(.workbookNotComputed)
        case .document(let hash): try readDocument(hash)
        case .dictionary:
            if try reader.readAll() != DataDictionary.bytes { report.notices.append(.dictionaryDiffers) }
        case .manifest: readManifest(try reader.readAll())
        case .checksums:
            if try reader.readAll() != Checksums.bytes(files) { fault(.checksumsDiffer, reader.path) }
        }
    }

    private func finish() {
        finishContract()
        let needed: [BundleFile] = [
            .head, .checkpoint, .key(1), .pem(1), .log, .calendars, .dictionary, .manifest, .checksums,
        ]
        for file in needed where !paths.contains(file.path) { fault(.fileMissing, file.path) }
        if leaves.count > report.counts.entries {
            fault(.logEntryMissing, BundleFile.log.path, String(leaves.count - report.counts.entries))
        }
        if calendarsNotInLog > 0 { report.notices.append(.calendarsNotInLog(calendarsNotInLog)) }
        if head?.scope == .contracts { report.notices.append(.notWholeLog) }
        if overpaid > 0 { report.notices.append(.overpaidInstallments(overpaid)) }
    }

    func fault(_ code: BundleFault.Code, _ place: String, _ detail: String = "") {
        report.faultCount += 1
        if report.faults.count < options.limits.faults { report.faults.append(BundleFault(code, place, detail)) }
    }
}

/// A checkpoint that the log must have grown from.
struct OlderCheckpoint {
    let place: String
    let checkpoint: Checkpoint
    var isShown = false
}
