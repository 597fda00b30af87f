import Audit
import Bundles
import Glibc
import Postgres
import Storage
import TestSupport
import Testing
import Values

@testable import Operations

/// What is exported verifies without the database, and a rewritten database does not.
@Suite struct BundleTests {
    private static func export(
        _ office: LogOffice, _ order: BundleOrder, by caller: Caller = .console, workspace: Workspace? = nil
    ) async throws -> String {
        let path = office.signer.path + "-\(UInt64.random(in: .min ... .max)).zip"
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        try #require(file >= 0)
        defer { close(file) }
        try await (workspace ?? office.workspace).bundle(order, by: caller).write { bytes in
            #expect(bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) } == bytes.count)
        }
        return path
    }

    private static func verify(
        _ path: String, by keys: [VerifierKey], against checkpoints: [SignedNote] = [], whole: Bool = false
    ) throws -> VerificationReport {
        var options = VerificationOptions()
        (options.keys, options.checkpoints, options.requiresWholeLog) = (keys, checkpoints, whole)
        return try BundleVerifier.verify(path, options)
    }

    @Test func theWholeLogVerifies() async throws {
        try await LogOffice.lend(contracts: 7) { office in
            let early = try await office.workspace.signCheckpoint()
            try await office.record("accepted", of: "A-3")
            _ = try await office.workspace.createDepartment("buyer")
            let path = try await Self.export(office, BundleOrder(.all))
            let report = try Self.verify(path, by: [office.key], against: [early], whole: true)
            #expect(report.isFine && report.notices == [.workbookNotComputed], "\(report.faults)")
            // Seven times three entries, one event; the department and the export itself.
            #expect(report.counts.entries == 24 && report.counts.officeEntries == 2)
            #expect(report.counts.contracts == 7 && report.counts.olderCheckpoints == 2)
            let acts = try await office.workspace.database.officeJournal().acts("export").map(\.act)
            #expect(acts == [OfficeAct(action: "export", subject: "bundle", detail: "all")])
        }
    }

    /// Whatever contracts are chosen, the gaps between their entries are filled by the right subtrees.
    @Test func anyChoiceOfContractsVerifies() async throws {
        var random = SeededGenerator(seed: RunSeed.printed())
        try await LogOffice.lend(contracts: 9) { office in
            var sizes: [Int] = []
            var notes: [SignedNote] = []
            for round in 0..<6 {
                for number in (1...9).shuffled(using: &random).prefix(4) {
                    try await office.record("e\(round)", of: "A-\(number)")
                }
                notes.append(try await office.workspace.signCheckpoint())
                sizes.append(try office.checkpoint(notes[round]).size)
                let chosen = (1...9).shuffled(using: &random).prefix(.random(in: 1...8, using: &random))
                let place = Int.random(in: notes.indices, using: &random)
                var order = BundleOrder(.contracts(chosen.map { "A-\($0)" }))
                order.checkpoints = [sizes[place]]
                let path = try await Self.export(office, order)
                let report = try Self.verify(path, by: [office.key], against: [notes[place]])
                #expect(report.isFine, "TRANCHE_SEED=\(RunSeed.printed()): \(report.faults)")
                #expect(
                    report.counts.contracts == chosen.count && report.notices == [.workbookNotComputed, .notWholeLog])
            }
        }
    }

    @Test func whoMayExportWhat() async throws {
        try await LogOffice.lend { office in
            let auditor = try await office.test.person("audit", [.auditor], in: "buyer")
            let stranger = try await office.test.person("other", [.auditor], in: "elsewhere")
            let officer = try await office.test.person("wang", [.officer], in: "buyer")
            let own = try await Self.export(office, BundleOrder(.all), by: auditor)
            let report = try Self.verify(own, by: [office.key])
            #expect(report.isFine && report.counts.contracts == 2 && report.counts.officeEntries == 0)
            let empty = try await Self.export(office, BundleOrder(.all), by: stranger)
            #expect(try Self.verify(empty, by: [office.key]).counts.contracts == 0)
            await #expect(throws: OperationError.unknownContract(number: "A-1")) {
                try await office.workspace.bundle(BundleOrder(.contracts(["A-1"])), by: stranger)
            }
            await #expect(throws: OperationError.forbidden(.exportEvidence)) {
                try await office.workspace.bundle(BundleOrder(.all), by: officer)
            }
            await #expect(throws: OperationError.account(.unknownDepartment)) {
                try await office.workspace.bundle(BundleOrder(.department("buyer")), by: stranger)
            }
            var order = BundleOrder(.all)
            (order.from, order.until) = (CalendarDay("2030-01-01"), nil)
            #expect(try await office.workspace.bundle(order, by: auditor).contracts.isEmpty)
        }
    }

    /// A checkpoint that a witness countersigned goes into every later bundle, with the witness's key.
    @Test func aWitnessIsInTheBundle() async throws {
        try await LogOffice.lend { office in
            let directory = office.signer.path + "-witness"
            let effects = Effects(now: { office.test.now }, random: { 42 }, user: "")
            let key = try Witness.create(directory: directory, name: "audit.example", effects: effects)
            _ = try await office.workspace.signCheckpoint()
            let offer = try await office.workspace.checkpointOffer(from: 0).bytes
            let note = try Witness(directory: directory).countersign(offer, by: [office.key], at: office.test.now)
            try await office.workspace.addCosignature(note.bytes, by: key)
            // Later ones of the same day would be the only earlier ones otherwise.
            try await office.record("accepted")
            _ = try await office.workspace.signCheckpoint()
            let path = try await Self.export(office, BundleOrder(.all))
            let report = try Self.verify(path, by: [office.key, key], against: [note])
            #expect(report.isFine && report.counts.olderCheckpoints == 3, "\(report.faults)")
            #expect(try Self.verify(path, by: [key]).faults.map(\.code).contains(.checkpointRefused))
            var order = BundleOrder(.contracts(["none"]))
            order.from = CalendarDay("2024-01-01")
            await #expect(throws: OperationError.unknownContract(number: "none")) {
                try await office.workspace.bundle(order)
            }
        }
    }

    /// Somebody with the database and the key rewrites history and forgets what was signed: the new bundle is right in
    /// itself, and contradicts the checkpoint that an auditor kept.
    @Test func aRewrittenDatabaseContradictsAnOldCheckpoint() async throws {
        try await LogOffice.lend(contracts: 3) { office in
            let kept = try await office.workspace.signCheckpoint()
            try await office.test.asOwner { database in
                try await History.rewrite(database) { $0[1] = $0[1].changed }
            }
            let thief = SignerDirectory(office.signer.path + "-thief")
            _ = try thief.create(name: LogOffice.name, algorithm: .ed25519, seed: Array(repeating: 7, count: 32))
            try await TestWorkspace.open(office.test.conninfo, signer: thief) { (forger) async throws in
                let path = try await Self.export(office, BundleOrder(.all), workspace: forger.workspace)
                #expect(try Self.verify(path, by: [office.key]).isFine)
                let report = try Self.verify(path, by: [office.key], against: [kept])
                #expect(report.faults.map(\.code) == [.historyRewritten])
            }
        }
    }
}
