import Audit
import TestSupport

@testable import Bundles

/// A bundle taken apart into its files, to be changed and put together again.
struct Parts {
    var files: [(path: String, bytes: [UInt8])] = []

    init(_ archive: [UInt8]) throws {
        let file = try ScratchFile(archive)
        let reader = try ArchiveReader(path: file.path, fileSize: archive.count, limits: BundleLimits())
        while try reader.next() { files.append((reader.path, try reader.readAll())) }
    }

    subscript(path: String) -> [UInt8] {
        get { files.first { $0.path == path }?.bytes ?? [] }
        set { if let place = files.firstIndex(where: { $0.path == path }) { files[place].bytes = newValue } }
    }

    subscript(file: BundleFile) -> [UInt8] {
        get { self[file.path] }
        set { self[file.path] = newValue }
    }

    /// The files as an archive again.
    func archive() throws -> [UInt8] {
        var output: [UInt8] = []
        try withoutActuallyEscaping({ output += $0 }) { sink in
            let writer = try ArchiveWriter(to: sink)
            for file in files {
                try writer.begin(file.path, size: file.bytes.count, isPacked: false, atSecondsSince1970: 0)
                try writer.write(file.bytes)
                try writer.finishFile()
            }
            try writer.close()
        }
        return output
    }

    /// Makes manifest and checksums fit what is there, as whoever knows the format can.
    mutating func rehash() {
        guard var manifest = Manifest(self[.manifest]) else { return }
        manifest.files = listed(before: .manifest)
        manifest.contracts = (1...manifest.contracts.count + 1).compactMap { number in
            let lines = PendingContract.lines(self[.contract(number, .entries)]) ?? []
            guard let last = lines.last, let sealed = try? SealedEntry(reading: last) else { return nil }
            return .init(entries: lines.count, head: sealed.hash, number: sealed.entry.contract)
        }
        if let note = try? SignedNote(reading: self[.checkpoint]), let point = try? Checkpoint(reading: note.text) {
            manifest.checkpoint = point
        }
        self[.manifest] = manifest.bytes
        self[.checksums] = Checksums.bytes(listed(before: .checksums))
    }

    private func listed(before last: BundleFile) -> [Manifest.ListedFile] {
        files.prefix { $0.path != last.path }
            .map { .init(path: $0.path, sha256: ContentHash(of: $0.bytes), size: $0.bytes.count) }
    }
}
