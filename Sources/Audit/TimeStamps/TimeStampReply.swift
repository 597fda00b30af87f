internal import SwiftASN1

/// Why a reply of a time-stamping authority is not kept. The codes are never renamed.
public enum TimeStampError: String, CaseIterable, Error, Sendable {
    /// Not a TimeStampResp in DER.
    case malformed = "timestamp-malformed"
    /// The authority did not grant it.
    case refused = "timestamp-refused"
    /// It is about something else.
    case foreign = "timestamp-foreign"
}

extension TimeStampQuery {
    /// Whether a reply (TimeStampResp, RFC 3161, 2.4.2) grants what was asked: its status, what it is about, the nonce.
    /// Its signature is for whoever trusts the authority to verify (`openssl ts -verify`). Throws what is wrong.
    public func check(_ reply: [UInt8]) throws(TimeStampError) {
        let info: (digest: [UInt8], nonce: UInt64?)?
        do { info = try Self.read(reply) } catch { throw .malformed }
        guard let info else { throw .refused }
        guard info.digest == digest, info.nonce == nonce else { throw .foreign }
    }

    /// Nil where it was not granted.
    private static func read(_ reply: [UInt8]) throws -> (digest: [UInt8], nonce: UInt64?)? {
        try DER.sequence(try DER.parse(reply), identifier: .sequence) { response in
            let status = try DER.sequence(try response.node(), identifier: .sequence) { nodes in
                defer { nodes.skipRest() }
                return try Int(derEncoded: &nodes)
            }
            // 0 granted, 1 granted with modifications.
            guard status == 0 || status == 1 else {
                response.skipRest()
                return nil
            }
            return try DER.sequence(try response.node(), identifier: .sequence) { content in
                _ = try ASN1ObjectIdentifier(derEncoded: &content)
                return try DER.explicitlyTagged(&content, tagNumber: 0, tagClass: .contextSpecific) { node in
                    try info(ofSignedData: node)
                }
            }
        }
    }

    private static func info(ofSignedData node: ASN1Node) throws -> (digest: [UInt8], nonce: UInt64?) {
        try DER.sequence(node, identifier: .sequence) { data in
            defer { data.skipRest() }
            _ = try Int(derEncoded: &data)
            _ = data.next()
            let bytes = try DER.sequence(try data.node(), identifier: .sequence) { content in
                _ = try ASN1ObjectIdentifier(derEncoded: &content)
                return try DER.explicitlyTagged(&content, tagNumber: 0, tagClass: .contextSpecific) { node in
                    try ASN1OctetString(derEncoded: node).bytes
                }
            }
            return try info(ofToken: Array(bytes))
        }
    }

    /// TSTInfo: version, policy, imprint, serial number, time, and further on the nonce, its only other integer.
    private static func info(ofToken bytes: [UInt8]) throws -> (digest: [UInt8], nonce: UInt64?) {
        try DER.sequence(try DER.parse(bytes), identifier: .sequence) { info in
            _ = try Int(derEncoded: &info)
            _ = try ASN1ObjectIdentifier(derEncoded: &info)
            let digest = try DER.sequence(try info.node(), identifier: .sequence) { imprint in
                _ = imprint.next()
                return Array(try ASN1OctetString(derEncoded: &imprint).bytes)
            }
            _ = info.next()
            _ = info.next()
            var nonce: UInt64?
            while let node = info.next() {
                if node.identifier == .integer { nonce = try UInt64(derEncoded: node) }
            }
            return (digest, nonce)
        }
    }
}

extension ASN1NodeCollection.Iterator {
    fileprivate mutating func skipRest() { while next() != nil {} }

    /// The next node, which must be there.
    fileprivate mutating func node() throws -> ASN1Node {
        guard let node = next() else { throw TimeStampError.malformed }
        return node
    }
}
