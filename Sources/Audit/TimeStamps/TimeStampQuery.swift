internal import Crypto
internal import SwiftASN1

/// What a time-stamping authority is asked (RFC 3161, 2.4.1): to certify that a note existed, by its SHA-256.
public struct TimeStampQuery: Equatable, Sendable {
    /// SHA-256 of the note's bytes.
    public let digest: [UInt8]
    /// Comes back in the reply, so that an old one is none.
    public let nonce: UInt64

    /// Asks about a note as it is published.
    public init(about note: SignedNote, nonce: UInt64) {
        digest = Array(SHA256.hash(data: note.bytes))
        self.nonce = nonce
    }

    static let sha256: ASN1ObjectIdentifier = [2, 16, 840, 1, 101, 3, 4, 2, 1]

    /// TimeStampReq in DER; the certificate comes with the reply. Nil where it cannot be encoded, which cannot be.
    public var bytes: [UInt8]? {
        var output = DER.Serializer()
        do {
            try output.appendConstructedNode(identifier: .sequence) { request in
                try request.serialize(1)
                try request.appendConstructedNode(identifier: .sequence) { imprint in
                    try imprint.appendConstructedNode(identifier: .sequence) { algorithm in
                        try algorithm.serialize(Self.sha256)
                        try algorithm.serialize(ASN1Null())
                    }
                    try imprint.serialize(ASN1OctetString(contentBytes: digest[...]))
                }
                try request.serialize(nonce)
                try request.serialize(true)
            }
        } catch { return nil }
        return output.serializedBytes
    }
}
