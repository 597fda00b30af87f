/// A signature that was verified.
public struct VerifiedSignature: Hashable, Sendable {
    public let key: VerifierKey
    /// Of a cosignature, when the witness saw it: seconds since 1970-01-01T00:00:00Z.
    public let secondsSince1970: UInt64?
}

extension SignedNote {
    /// The signatures by known keys, each key once. Signatures by others are ignored (C2SP signed-note). Throws
    /// ``NoteError/signatureInvalid`` where one claims a known key falsely, and ``NoteError/unsigned`` where there is
    /// none.
    public func verified(by keys: [VerifierKey]) throws(NoteError) -> [VerifiedSignature] {
        var verified: [VerifiedSignature] = []
        for signature in signatures {
            let named = keys.first { $0.name == signature.name && $0.hash == signature.keyHash }
            guard let key = named else { continue }
            guard let found = verify(signature, key) else { throw .signatureInvalid }
            if !verified.contains(where: { $0.key == key }) { verified.append(found) }
        }
        guard !verified.isEmpty else { throw .unsigned }
        return verified
    }

    private func verify(_ signature: Signature, _ key: VerifierKey) -> VerifiedSignature? {
        switch key.algorithm {
        case .ed25519:
            guard key.isSignature(signature.bytes, of: text) else { return nil }
            return VerifiedSignature(key: key, secondsSince1970: nil)
        case .cosignature:
            guard signature.bytes.count == 72 else { return nil }
            let seconds = UInt64(bigEndian: signature.bytes.prefix(8))
            let message = Self.cosigned(text, at: seconds)
            guard key.isSignature(Array(signature.bytes.dropFirst(8)), of: message) else { return nil }
            return VerifiedSignature(key: key, secondsSince1970: seconds)
        }
    }

    /// What a witness signs (C2SP tlog-cosignature).
    private static func cosigned(_ text: [UInt8], at seconds: UInt64) -> [UInt8] {
        Array("cosignature/v1\ntime \(seconds)\n".utf8) + text
    }

    /// The note signed by a key too. A witness's key signs the time with it; a log's key leaves it out. Throws
    /// ``NoteError/malformedKey`` where the key cannot sign.
    public func signed(by key: SigningKey, atSecondsSince1970 seconds: UInt64) throws(NoteError) -> SignedNote {
        let signature: [UInt8]? =
            switch key.verifier.algorithm {
            case .ed25519: key.signature(of: text)
            case .cosignature:
                key.signature(of: Self.cosigned(text, at: seconds)).map { seconds.bigEndianBytes + $0 }
            }
        guard let signature else { throw .malformedKey }
        return adding(Signature(name: key.verifier.name, keyHash: key.verifier.hash, bytes: signature))
    }
}
