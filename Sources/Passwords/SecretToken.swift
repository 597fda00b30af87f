/// A bearer's secret: 256 bits of chance. Its holder keeps the text, the database only the hash; a fast hash is enough
/// for what nobody can guess.
public struct SecretToken: Equatable, Sendable {
    /// What a token opens; told by its first letters, so that scanners for leaked secrets find it.
    public enum Kind: String, Sendable, CaseIterable {
        /// A person's session.
        case session = "trs_"
        /// A program's access.
        case access = "trt_"
    }

    public let kind: Kind
    /// Shown once to its holder.
    public let text: String

    /// A new one.
    public static func random(_ kind: Kind) -> SecretToken {
        SecretToken(kind: kind, text: kind.rawValue + Sodium.randomText(bytes: 32))
    }

    /// A token as a caller presents it; nil for what can be none.
    public init?(presented text: String) {
        guard text.utf8.count == Self.length, let kind = Kind.allCases.first(where: { text.hasPrefix($0.rawValue) })
        else {
            return nil
        }
        self.init(kind: kind, text: text)
    }

    private init(kind: Kind, text: String) {
        self.kind = kind
        self.text = text
    }

    /// Four letters and 43 of base64url.
    private static let length = 47

    /// SHA-256 of the text: what is stored and looked up.
    public var hash: [UInt8] { Sodium.sha256(Array(text.utf8)) }
}

extension SecretToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { kind.rawValue + "…" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["kind": kind.rawValue]) }
}
