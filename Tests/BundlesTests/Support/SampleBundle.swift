import Audit
import Glibc
import Reperformance
import TestSupport
import Values

@testable import Bundles

/// What an export would put together, in memory.
struct SampleBundle {
    var log: SampleLog
    var contracts: [Int]
    var note: SignedNote
    var earlier: [SignedNote] = []
    var keys = [SampleLog.key.verifier]
    var calendars = SampleBundle.builtIn
    var scope = BundleScope.log
    var documents: [[UInt8]] = []
    var missing: [ContentHash] = []

    static let builtIn: [CalendarVersion] = {
        guard
            let calendar = try? CalendarVersion(
                number: 0, recordedAt: nil, recordedBy: "", csv: HolidayTable.builtInCSV)
        else { preconditionFailure("no calendar") }
        return [calendar]
    }()

    init(_ log: SampleLog) throws {
        self.log = log
        contracts = Array(log.journals.indices)
        note = try log.note()
    }

    /// The archive's bytes.
    func bytes() throws -> [UInt8] {
        var output: [UInt8] = []
        let frame = BundleFrame(
            note: note, earlierNotes: earlier, keys: keys, calendars: calendars, scope: scope,
            writtenAt: SampleLog.writtenAt)
        try withoutActuallyEscaping({ output += $0 }) { sink in
            let writer = try BundleWriter(frame, to: sink)
            let sizes = try earlier.map { try Checkpoint(reading: $0.text).size }
            try writer.add(log.lines(of: contracts, splitAt: sizes))
            for contract in contracts {
                try writer.add(BundledContract(journal: log.journals[contract], indexes: log.indexes[contract]))
            }
            for document in documents {
                try writer.beginDocument(ContentHash(of: document), size: document.count)
                try writer.appendDocument(document)
                try writer.finishDocument()
            }
            try writer.finish(missingDocuments: missing)
        }
        return output
    }
}

/// A file that is gone when the test is over.
final class ScratchFile {
    let path: String

    init(_ bytes: [UInt8]) throws {
        var template = Array("/tmp/tranche-bundle-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0, let file = fdopen(descriptor, "wb") else { throw BundleError.unwritable }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let written = fwrite(bytes, 1, bytes.count, file)
        fclose(file)
        guard written == bytes.count else { throw BundleError.unwritable }
    }

    deinit { unlink(path) }
}

/// Verifies bytes with what a careful auditor brings along.
func verify(
    _ bytes: [UInt8], keys: [VerifierKey] = [SampleLog.key.verifier], checkpoints: [SignedNote] = [],
    isWhole: Bool = false, limits: BundleLimits = BundleLimits()
) throws -> VerificationReport {
    let file = try ScratchFile(bytes)
    var options = VerificationOptions()
    options.keys = keys
    options.checkpoints = checkpoints
    options.requiresWholeLog = isWhole
    options.limits = limits
    return try BundleVerifier.verify(file.path, options)
}
