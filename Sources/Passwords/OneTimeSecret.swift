internal import Crypto

/// The secret behind one-time codes by time: RFC 6238 with SHA-1, six digits and half minutes, which is what every
/// authenticator app knows. No description, dump or reflection shows it.
public struct OneTimeSecret: Sendable {
    public let bytes: [UInt8]

    /// A new one of 160 bits, the length of the hash (RFC 4226, section 4).
    public static func random() -> OneTimeSecret { OneTimeSecret(bytes: Sodium.randomBytes(length)) }

    /// Takes a secret that was kept.
    public init(bytes: [UInt8]) { self.bytes = bytes }

    static let length = 20
    private static let secondsPerStep: Int64 = 30
    /// Steps before and after the present one whose codes are taken: clocks differ, and typing takes time.
    private static let slack: Int64 = 1

    /// The step whose code this is, at a moment in seconds since 1970; nil for a wrong one. Spaces do not count. Who
    /// accepts a code must refuse those of this step and of earlier ones from then on.
    public func step(of code: String, at seconds: Int64) -> Int64? {
        let typed = Array(code.utf8.filter { $0 != UInt8(ascii: " ") })
        let present = seconds / Self.secondsPerStep
        return [present, present - Self.slack, present + Self.slack].first { step in
            step >= 0 && Sodium.isSame(Array(self.code(step: step).utf8), typed)
        }
    }

    /// The code of a step (RFC 4226, section 5.3).
    func code(step: Int64, digits: Int = 6) -> String {
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * $0)) }
        let mac = Array(
            HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: bytes)))
        let offset = Int(mac[mac.count - 1] & 0x0F)
        let number = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let text = String(number % (0..<digits).reduce(1) { power, _ in power * 10 })
        return String(repeating: "0", count: digits - text.count) + text
    }
}

extension OneTimeSecret {
    /// The secret as its owner types it, in base32 without padding (RFC 4648, section 6).
    public var base32: String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
        var text: [UInt8] = []
        var held: UInt32 = 0
        var bits: UInt32 = 0
        for byte in bytes {
            held = (held << 8 | UInt32(byte)) & 0xFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[Int(held >> bits & 31)])
            }
        }
        if bits > 0 { text.append(alphabet[Int(held << (5 - bits) & 31)]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// What an authenticator app reads as a picture (Google's "Key Uri Format").
    public func uri(account: String, issuer: String) -> String {
        let label = Self.escaped(issuer) + ":" + Self.escaped(account)
        return "otpauth://totp/\(label)?secret=\(base32)&issuer=\(Self.escaped(issuer))"
            + "&algorithm=SHA1&digits=6&period=\(Self.secondsPerStep)"
    }

    /// Percent-encoded, but for what RFC 3986 calls unreserved.
    private static func escaped(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return text.utf8.map { byte in
            let character = Character(Unicode.Scalar(byte))
            let isPlain = byte < 0x80 && (character.isLetter || character.isNumber || "-._~".contains(character))
            return isPlain ? String(character) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
        }.joined()
    }
}

extension OneTimeSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "(one-time secret)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
