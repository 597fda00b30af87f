internal import Audit

extension BundleVerification {
    func readOffice(_ part: BundleFile.OfficePart, _ bytes: [UInt8]) throws(BundleError) {
        switch part {
        case .entries: readOfficeEntries(bytes)
        case .places:
            guard let office else { return fault(.fileMisplaced, reader.path) }
            report.counts.entries += office.entries.count
            report.counts.officeEntries = office.entries.count
            try locate(office.entries, bytes, reader.path)
        }
    }

    private func readOfficeEntries(_ bytes: [UInt8]) {
        guard head?.scope == .log, let lines = PendingContract.lines(bytes) else {
            return fault(.fileMalformed, reader.path)
        }
        guard let entries = entries(lines, reader.path) else { return }
        do throws(ChainFault) { office = try OfficeJournal.verified(entries) } catch {
            fault(.chainBroken, "\(reader.path):\(error.number)", error.reason.rawValue)
        }
    }

    /// How many calendars no entry of the log names.
    var calendarsNotInLog: Int {
        let sealed = Set((office?.acts("replace-calendar") ?? []).map(\.act.detail))
        return calendarLines.dropFirst().count { !sealed.contains($0.sha256.description) }
    }
}
