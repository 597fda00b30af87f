internal import Audit
internal import Values

extension BundleVerification {
    func readContract(_ number: Int, _ part: BundleFile.Part, _ bytes: [UInt8]) throws(BundleError) {
        if number != pending.number {
            finishContract()
            // Folders count up without a gap.
            if number != contractFolders + 1 { fault(.fileMisplaced, reader.path) }
            contractFolders = number
            pending = PendingContract(number: number)
        }
        pending.parts[part] = bytes
        if pending.isWhole {
            try examine(pending)
            pending.parts = [:]
            pending.number = 0
        }
    }

    /// A contract that stopped short.
    func finishContract() {
        guard pending.number != 0, !pending.parts.isEmpty else { return }
        for part in BundleFile.Part.allCases where pending.parts[part] == nil {
            fault(.fileMissing, BundleFile.contract(pending.number, part).path)
        }
        pending = PendingContract()
    }

    private func examine(_ contract: PendingContract) throws(BundleError) {
        let place = BundleFile.contract(contract.number, .entries).path
        let parts = contract.parts
        guard let lines = PendingContract.lines(parts[.entries] ?? []) else { return fault(.fileMalformed, place) }
        guard lines.count <= options.limits.contractEntries else { throw .tooLarge }
        guard let journal = chain(lines, place) else { return }
        let last = journal.head
        guard last.entry.contract.utf8.count <= options.limits.contractNumber else { throw .tooLarge }
        contracts.append(.init(entries: journal.entries.count, head: last.hash, number: last.entry.contract))
        if !numbers.insert(last.entry.contract).inserted { fault(.contractRepeated, place, last.entry.contract) }
        report.counts.contracts += 1
        report.counts.entries += journal.entries.count
        try locate(
            journal.entries, parts[.places] ?? [], BundleFile.contract(contract.number, .places).path)
        for (hash, isRecorded) in journal.namedDocuments {
            namedDocuments[hash] = namedDocuments[hash, default: false] || isRecorded
        }
        guard let head, !calendars.isEmpty else { return }
        var examination = FigureExamination(journal, calendars, folder: contract.number, day: head.day)
        examination.run(statements: parts[.statements] ?? [], payments: parts[.payments] ?? [])
        for found in examination.faults { fault(found.code, found.place, found.detail) }
        report.counts.add(examination.counts)
        overpaid += examination.overpaid
    }

    private func chain(_ lines: [[UInt8]], _ place: String) -> ContractJournal? {
        guard let entries = entries(lines, place) else { return nil }
        guard let journal = ContractJournal(entries) else {
            fault(.chainBroken, "\(place):1", ChainFault.Reason.registrationMisplaced.rawValue)
            return nil
        }
        do throws(ChainFault) { try journal.verify() } catch {
            fault(.chainBroken, "\(place):\(error.number)", error.reason.rawValue)
            return nil
        }
        return journal
    }

    /// The entries of lines; nil where one is none.
    func entries(_ lines: [[UInt8]], _ place: String) -> [SealedEntry]? {
        var entries: [SealedEntry] = []
        for (position, line) in lines.enumerated() {
            do throws(EntryError) { entries.append(try SealedEntry(reading: line)) } catch {
                fault(.chainBroken, "\(place):\(position + 1)", ChainFault.Reason.malformed.rawValue)
                return nil
            }
        }
        return entries
    }

    /// Whether each entry is the leaf of the log that a file of places says it is.
    func locate(_ entries: [SealedEntry], _ bytes: [UInt8], _ place: String) throws(BundleError) {
        let indexes = bytes.split(separator: 0x0A).dropFirst().compactMap { line in
            line.split(separator: UInt8(ascii: ",")).last.flatMap { Int(String(decoding: $0, as: UTF8.self)) }
        }
        guard ContractPapers.places(indexes) == bytes, indexes.count == entries.count,
            zip(indexes, indexes.dropFirst()).allSatisfy({ $0 < $1 })
        else { return fault(.fileMalformed, place) }
        for (sealed, index) in zip(entries, indexes) {
            guard try leaves.hash(at: index) == TreeHash.leaf(sealed.bytes) else {
                return fault(.entryNotInLog, "\(place):\(sealed.entry.number)")
            }
        }
    }
}

extension VerificationReport.Counts {
    fileprivate mutating func add(_ other: VerificationReport.Counts) {
        claims += other.claims
        steps += other.steps
        payments += other.payments
        statements += other.statements
    }
}
