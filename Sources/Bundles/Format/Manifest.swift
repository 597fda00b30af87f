internal import Audit
internal import JSON
internal import Values

/// What a bundle says it holds: manifest.json, written behind everything else.
struct Manifest: Equatable {
    var checkpoint: Checkpoint
    var contracts: [ListedContract]
    var files: [ListedFile]
    /// Documents that facts name by hash and that nobody has.
    var missingDocuments: [ContentHash]

    struct ListedContract: Equatable {
        let entries: Int
        let head: EntryHash
        let number: String
    }

    struct ListedFile: Equatable {
        let path: String
        let sha256: ContentHash
        let size: Int
    }

    /// The one writing of it: canonical JSON (RFC 8785).
    var bytes: [UInt8] {
        var output = TextOutput(reservingCapacity: 200 * (contracts.count + files.count) + 500)
        output.write(object: [
            "checkpoint": .raw(
                Self.object([
                    "origin": .text(checkpoint.origin), "root": .text(checkpoint.root.description),
                    "size": .integer(checkpoint.size),
                ])),
            "contracts": .raw(
                Self.array(
                    contracts.map {
                        [
                            "entries": .integer($0.entries), "head": .text($0.head.description),
                            "number": .text($0.number),
                        ]
                    })),
            "files": .raw(
                Self.array(
                    files.map {
                        ["path": .text($0.path), "sha256": .text($0.sha256.description), "size": .integer($0.size)]
                    })),
            "format": .text(BundleHead.format),
            "missingDocuments": .texts(missingDocuments.map(\.description)),
        ])
        output.write("\n")
        return output.bytes
    }

    private static func object(_ members: [String: JSONContent?]) -> [UInt8] {
        var output = TextOutput()
        output.write(object: members)
        return output.bytes
    }

    private static func array(_ objects: [[String: JSONContent?]]) -> [UInt8] {
        var output = TextOutput()
        output.write("[")
        for (index, members) in objects.enumerated() {
            output.write(index > 0 ? ",\n" : "\n")
            output.write(object: members)
        }
        output.write("]")
        return output.bytes
    }
}
