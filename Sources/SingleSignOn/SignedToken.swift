internal import JSON
internal import Values

/// A token taken apart, and nothing of it believed yet.
struct SignedToken {
    let algorithm: String
    let keyIdentifier: String
    /// What was signed: the first two parts with the dot between them.
    let signed: [UInt8]
    let signature: [UInt8]
    /// JSON.
    let claims: [UInt8]

    /// Bytes; providers' tokens have one or two thousand.
    static let longest = 8192

    init(_ text: String) throws(SingleSignOnError) {
        guard text.utf8.count <= Self.longest else { throw .malformed }
        let bytes = Array(text.utf8)
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, let header = Base64.forURLs.bytes(parts[0]),
            let claims = Base64.forURLs.bytes(parts[1]),
            let signature = Base64.forURLs.bytes(parts[2])
        else { throw .malformed }
        (algorithm, keyIdentifier) = try readJSON(header) { (header: JSONValue) throws(SingleSignOnError) in
            try Self.keyNamed(in: header)
        }
        signed = Array(bytes[..<parts[1].endIndex])
        self.signature = signature
        self.claims = claims
    }

    /// Keys that a token brings with it (jwk, jku, x5c, x5u) are not looked at.
    private static func keyNamed(in header: JSONValue) throws(SingleSignOnError) -> (String, String) {
        // RFC 7515, section 4.1.11: whoever does not understand an extension must refuse it, and we understand none.
        guard header.member("crit") == nil else { throw .malformed }
        if let type = header.member("typ") {
            let types = ["jwt", "at+jwt", "application/at+jwt"]
            guard type.kind == .string, types.contains(type.text.lowercased()) else { throw .malformed }
        }
        guard let algorithm = header.member("alg"), algorithm.kind == .string,
            PublishedKey.algorithms[algorithm.text] != nil
        else { throw .wrongAlgorithm }
        guard let key = header.member("kid"), key.kind == .string else { throw .unknownKey }
        return (algorithm.text, key.text)
    }
}
