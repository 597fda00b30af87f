internal import Audit
internal import JSON

extension Manifest {
    /// Reads a manifest; nil for anything but the very bytes that it is written as.
    init?(_ bytes: [UInt8]) {
        var parser = JSONParser(deepest: 4)
        let parsed = bytes.withUnsafeBufferPointer { buffer in parser.parse(buffer) { Manifest($0) } }
        guard case .success(let manifest?) = parsed, manifest.bytes == bytes else { return nil }
        self = manifest
    }

    private init?(_ root: JSONValue) {
        guard root.text("format") == BundleHead.format, let point = root.member("checkpoint"),
            let size = point.member("size")?.integer,
            let hash = point.text("root").flatMap({ TreeHash($0) }),
            let checkpoint = try? Checkpoint(origin: point.text("origin") ?? "", size: size, root: hash),
            let contracts = root.member("contracts")?.elements.map({ ListedContract($0) }),
            let files = root.member("files")?.elements.map({ ListedFile($0) }),
            let missing = root.member("missingDocuments")?.elements.map({ ContentHash($0.text) })
        else { return nil }
        self.init(
            checkpoint: checkpoint, contracts: contracts.compactMap { $0 }, files: files.compactMap { $0 },
            missingDocuments: missing.compactMap { $0 })
    }
}

extension Manifest.ListedContract {
    fileprivate init?(_ value: JSONValue) {
        guard let entries = value.member("entries")?.integer, let number = value.text("number"),
            let head = value.text("head").flatMap({ EntryHash($0) })
        else { return nil }
        self.init(entries: entries, head: head, number: number)
    }
}

extension Manifest.ListedFile {
    fileprivate init?(_ value: JSONValue) {
        guard let path = value.text("path"), let size = value.member("size")?.integer,
            let hash = value.text("sha256").flatMap({ ContentHash($0) })
        else { return nil }
        self.init(path: path, sha256: hash, size: size)
    }
}
