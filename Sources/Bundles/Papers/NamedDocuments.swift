public import Audit
internal import JSON

extension ContractJournal {
    /// The documents that facts name by their hash, with whether one was recorded as it happened and not imported.
    public var namedDocuments: [ContentHash: Bool] {
        var parser = JSONParser()
        var named: [ContentHash: Bool] = [:]
        for sealed in facts {
            let text = sealed.entry.payload.withUnsafeBufferPointer { buffer in
                parser.parse(buffer) { $0.text("document") }
            }
            guard case .success(let name?) = text, let hash = ContentHash(name.lowercased()) else { continue }
            named[hash] = named[hash, default: false] || sealed.entry.origin == .recorded
        }
        return named
    }
}
