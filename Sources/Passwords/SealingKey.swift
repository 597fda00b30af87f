internal import CSodium

/// Seals what must be read again but never be seen in the database: XChaCha20-Poly1305 of libsodium.
public struct SealingKey: Sendable {
    private let bytes: [UInt8]

    /// A new one.
    static func random() -> SealingKey? { SealingKey(bytes: Sodium.randomBytes(length)) }

    init?(bytes: [UInt8]) {
        guard bytes.count == Self.length, Sodium.isReady else { return nil }
        self.bytes = bytes
    }

    private static let length = 32
    private static let nonceLength = 24
    private static let tagLength = 16

    /// The bytes sealed, with a nonce of chance before and a tag behind them: 40 bytes more. They open only for the
    /// same purpose, so a sealed value that is moved to another row is worthless there.
    public func seal(_ plain: [UInt8], for purpose: String) -> [UInt8] {
        let nonce = Sodium.randomBytes(Self.nonceLength)
        let purpose = Array(purpose.utf8)
        var sealed = [UInt8](repeating: 0, count: plain.count + Self.tagLength)
        _ = crypto_aead_xchacha20poly1305_ietf_encrypt(
            &sealed, nil, plain, UInt64(plain.count), purpose, UInt64(purpose.count), nil, nonce, bytes)
        return nonce + sealed
    }

    /// What was sealed; nil where it was not with this key and for this purpose, or was touched since.
    public func open(_ sealed: [UInt8], for purpose: String) -> [UInt8]? {
        guard sealed.count >= Self.nonceLength + Self.tagLength else { return nil }
        let (nonce, box) = (Array(sealed[..<Self.nonceLength]), Array(sealed[Self.nonceLength...]))
        let purpose = Array(purpose.utf8)
        var plain = [UInt8](repeating: 0, count: box.count - Self.tagLength)
        let isWhole =
            crypto_aead_xchacha20poly1305_ietf_decrypt(
                &plain, nil, nil, box, UInt64(box.count), purpose, UInt64(purpose.count), nonce, bytes) == 0
        return isWhole ? plain : nil
    }

    /// 64 hexadecimal digits and a line end: the form of the file.
    var text: String { bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "\n" }

    init?(text: String) {
        let digits = Array(text.utf8.prefix { $0 != 0x0A })
        let values = digits.compactMap { Character(Unicode.Scalar($0)).hexDigitValue.map { UInt8($0) } }
        guard digits.count == 2 * Self.length, values.count == digits.count else { return nil }
        self.init(bytes: (0..<Self.length).map { values[2 * $0] << 4 | values[2 * $0 + 1] })
    }
}

extension SealingKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "(key)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
