/// A password in clear on its way to the hash. No description, dump or reflection shows it.
public struct Password: Sendable {
    let bytes: [UInt8]

    /// Takes the text as typed, byte for byte.
    public init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// Whether it may be set: 12 characters or more, at most 1,024 bytes, no U+0000 and no line end.
    public var isAcceptable: Bool {
        let isWhole = !bytes.contains { [0, 0x0A, 0x0D].contains($0) }
        return isWhole && bytes.count <= Self.mostBytes
            && String(decoding: bytes, as: UTF8.self).count >= Self.fewestCharacters
    }

    static let fewestCharacters = 12
    static let mostBytes = 1024

    /// 128 bits of chance as text, to be told to its owner once.
    public static func random() -> (password: Password, text: String) {
        let text = Sodium.randomText(bytes: 16)
        return (Password(text), text)
    }
}

extension Password: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "(password)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
