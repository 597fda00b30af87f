public import Values

@testable public import Passwords

/// What an authenticator app does.
public struct Authenticator {
    public let secret: OneTimeSecret

    /// Takes the secret as a person types it.
    public init(base32 text: String) {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        let bits = text.compactMap { alphabet.firstIndex(of: $0) }.flatMap { value in
            (0..<5).map { value >> (4 - $0) & 1 }
        }
        secret = OneTimeSecret(
            bytes: stride(from: 0, to: bits.count - 7, by: 8).map { start in
                UInt8(bits[start..<start + 8].reduce(0) { $0 << 1 | $1 })
            })
    }

    /// The code of a moment, or of some half minutes after it.
    public func code(_ now: Instant, later steps: Int64 = 0) -> String {
        secret.code(step: now.microseconds / 30_000_000 + steps)
    }

    /// A code that is none of those around a moment.
    public func wrong(_ now: Instant) -> String {
        let near = (-3...3).map { code(now, later: Int64($0)) }
        return ["000000", "111111", "222222", "333333", "444444", "555555", "666666", "777777"].first {
            !near.contains($0)
        } ?? ""
    }
}
