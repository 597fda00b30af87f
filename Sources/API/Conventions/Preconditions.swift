internal import HTTPTypes
internal import Serving

/// The version of a contract as an entity tag (RFC 9110, section 8.8.3): `"17"`.
enum EntityTag {
    static func text(ofVersion version: Int) -> String { "\"\(version)\"" }

    /// The versions that If-Match names; nil for any. Throws for weak tags and all else that was never given.
    static func versions(_ fields: HTTPFields) throws(Refusal) -> Set<Int>? {
        guard let field = fields[.ifMatch], field != "*" else { return nil }
        var versions: Set<Int> = []
        for element in field.split(separator: ",") {
            let tag = trimmed(element)
            guard tag.count > 2, tag.hasPrefix("\""), tag.hasSuffix("\""), let version = Int(tag.dropFirst().dropLast())
            else { throw .parameters([ParameterProblem(name: "If-Match", code: .entityTag)]) }
            versions.insert(version)
        }
        return versions
    }
}

extension Answer {
    /// The same answer with the contract's version as its entity tag.
    func version(_ version: Int) -> Answer { with(.eTag, EntityTag.text(ofVersion: version)) }
}

extension Call {
    /// The contract's version that the client knows, by If-Match; nil for any. Only one can be the present one.
    func expectedVersion() throws(Refusal) -> Int? {
        guard let versions = try EntityTag.versions(head.headerFields) else { return nil }
        guard versions.count == 1, let version = versions.first else {
            throw .parameters([ParameterProblem(name: "If-Match", code: .entityTag)])
        }
        return version
    }

    /// The key by which this write may be sent twice.
    func idempotencyKey() throws(Refusal) -> String? { try IdempotencyKey.read(head.headerFields) }

    /// The same where a repetition would be money: it must be there.
    func requiredIdempotencyKey() throws(Refusal) -> String {
        guard let key = try idempotencyKey() else {
            throw .parameters([ParameterProblem(name: "Idempotency-Key", code: .missing)])
        }
        return key
    }
}

/// The key by which a client may send the same write twice.
enum IdempotencyKey {
    /// Nil where there is none; throws unless it has 1 to 200 visible ASCII characters.
    static func read(_ fields: HTTPFields) throws(Refusal) -> String? {
        guard let key = fields[.idempotencyKey] else { return nil }
        guard (1...200).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .parameters([ParameterProblem(name: "Idempotency-Key", code: .idempotencyKey)])
        }
        return key
    }
}
