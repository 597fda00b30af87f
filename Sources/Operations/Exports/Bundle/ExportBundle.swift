internal import Audit
internal import Bundles
internal import Postgres
internal import Reperformance
internal import Storage
internal import Values

extension Workspace {
    /// Prepares a bundle for whoever may export evidence: seals and signs the log, and finds out what goes in. Throws
    /// ``OperationError/unknownContract(number:)`` for one that the caller may not read. What is recorded later is not
    /// in it.
    public func bundle(_ order: BundleOrder, by caller: Caller = .console) async throws(OperationError) -> Bundle {
        let (authority, scope) = try await scope(
            "export-bundle", .exportEvidence, by: caller, department: order.choice.department)
        try await recordExport("bundle", order.choice.words, by: authority)
        let signed = try await signCheckpoint()
        return try await mappingErrors {
            if order.choice.numbers != nil { _ = try await contracts(order.choice, scope) }
            let checkpoint = try Checkpoint(reading: signed.text)
            let note = try await published(signed, checkpoint.size)
            var wanted = ExportedContracts(scope: scope)
            wanted.numbers = order.choice.numbers
            wanted.firstDay = order.from?.daysSince1970
            wanted.lastDay = order.until?.daysSince1970
            let contracts = try await database.contracts(wanted, inLogOf: checkpoint.size)
            let isBounded = order.from != nil || order.until != nil
            let isWhole = scope == .all && order.choice == .all && !isBounded
            let earlier = try await database.checkpoints(before: checkpoint.size, and: order.checkpoints)
                .map { try SignedNote(reading: $0) }
            let frame = BundleFrame(
                note: note, earlierNotes: earlier,
                keys: try keys(of: [note] + earlier), calendars: try await calendarVersions(),
                scope: isWhole ? .log : .contracts, writtenAt: effects.now())
            return Bundle(
                database: database, frame: frame, size: checkpoint.size, splits: try earlier.map { try $0.size },
                contracts: contracts, temporaryDirectory: effects.temporaryDirectory)
        }
    }

    /// Writes into the journal of the office who took away what.
    func recordExport(_ what: String, _ detail: String, by authority: Authority) async throws(OperationError) {
        try await mappingErrors {
            try await database.withTransaction { session in
                let act = OfficeAct(action: "export", subject: what, detail: detail.storable(19_000))
                try await record(act, by: authority.name, session)
            }
        }
    }

    /// The note with the signatures of witnesses that it has by now.
    private func published(_ note: SignedNote, _ size: Int) async throws -> SignedNote {
        guard let stored = try await database.checkpoint(ofSize: size) else { return note }
        return try SignedNote(reading: stored)
    }

    /// The keys of all who signed one of the notes.
    private func keys(of notes: [SignedNote]) throws(LogRefusal) -> [VerifierKey] {
        guard let signer else { throw .noSigner }
        return try (signer.keys() + signer.witnesses()).filter { key in
            notes.contains { note in (try? note.verified(by: [key])) != nil }
        }
    }

    /// Every calendar "CN" that was ever in force, the built-in one first.
    func calendarVersions() async throws -> [CalendarVersion] {
        let builtIn = try CalendarVersion(number: 0, recordedAt: nil, recordedBy: "", csv: HolidayTable.builtInCSV)
        return try await database.holidayCalendars().reduce(into: [builtIn]) { versions, stored in
            versions.append(
                try CalendarVersion(
                    number: stored.number, recordedAt: Instant(microseconds: stored.recordedAt),
                    recordedBy: stored.recordedBy, csv: stored.csv))
        }
    }
}

extension SignedNote {
    fileprivate var size: Int { get throws { try Checkpoint(reading: text).size } }
}
