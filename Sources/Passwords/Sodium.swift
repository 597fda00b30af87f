internal import CSodium

/// What this target takes from libsodium beside password hashes.
enum Sodium {
    /// Prepares the library, once; false where the system has no source of chance.
    static let isReady = sodium_init() >= 0

    /// Bytes that nobody can guess, from the system's source.
    static func randomBytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// The same in base64url without padding (RFC 4648, section 5).
    static func randomText(bytes count: Int) -> String {
        let variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING
        let bytes = randomBytes(count)
        // With the 0 that ends a text of C.
        let length = sodium_base64_encoded_len(count, variant)
        return String(unsafeUninitializedCapacity: length) { buffer in
            buffer.withMemoryRebound(to: CChar.self) { text in
                if let start = text.baseAddress { sodium_bin2base64(start, length, bytes, count, variant) }
            }
            return length - 1
        }
    }

    /// Compares in a time that tells nothing about where they differ.
    static func isSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && sodium_memcmp(left, right, left.count) == 0
    }

    static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var hash = [UInt8](repeating: 0, count: crypto_hash_sha256_bytes())
        crypto_hash_sha256(&hash, bytes, UInt64(bytes.count))
        return hash
    }
}
