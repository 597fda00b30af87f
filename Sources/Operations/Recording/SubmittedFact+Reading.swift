internal import Contracts
internal import JSON
internal import Values

extension SubmittedFact {
    /// Reads one fact's JSON. Without an `id` it gets the one that `assign` gives. Whether the fact is right is judged
    /// with its dossier; what is thrown here is no object, or has no canonical form.
    static func read(_ bytes: [UInt8], assign: () -> String) throws(Problems) -> SubmittedFact {
        var parser = JSONParser()
        let parsed = bytes.withUnsafeBufferPointer { buffer in
            parser.parse(buffer) { root -> (id: JSONMember, canonical: [UInt8])? in
                var output = TextOutput()
                guard root.kind == .object, root.writeCanonical(to: &output) else { return nil }
                let id = root.member("id")
                return (id.map { $0.kind == .string ? .text($0.text) : .other } ?? .missing, output.bytes)
            }
        }
        switch parsed {
        case .failure(let error):
            let code = ProblemCode(rawValue: error.code.rawValue) ?? .syntax
            throw Problems([Problem(pointer: "", code: code, detail: String(error.offset))])
        case .success(nil): throw Problems([Problem(pointer: "", code: .wrongType, detail: "object")])
        case .success((.text(let id), let canonical)?): return SubmittedFact(id: id, payload: canonical)
        case .success((.other, let canonical)?): return SubmittedFact(id: "", payload: canonical)
        case .success((.missing, let canonical)?):
            let id = assign()
            return try read(named(id, canonical: canonical), assign: { id })
        }
    }

    /// A fact's canonical JSON with an id in front; not canonical itself.
    static func named(_ id: String, canonical: [UInt8]) -> [UInt8] {
        var named = Array("{\"id\":\"\(id)\"".utf8)
        if canonical.count > 2 { named.append(UInt8(ascii: ",")) }
        return named + canonical.dropFirst()
    }

    private enum JSONMember {
        case missing, other, text(String)
    }
}
