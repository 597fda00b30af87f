internal import Values

/// A text with signatures (C2SP signed-note), as read: nothing is verified yet.
public struct SignedNote: Equatable, Sendable {
    /// What is signed: UTF-8 that ends with a newline and has no other control characters.
    public let text: [UInt8]
    public private(set) var signatures: [Signature]

    /// One signature line: `— name base64(key hash ‖ signature)`.
    public struct Signature: Hashable, Sendable {
        public let name: String
        /// Tells apart keys of one name.
        public let keyHash: UInt32
        public let bytes: [UInt8]
    }

    public static let largest = 65_536
    public static let mostSignatures = 100

    /// A text that nobody has signed. Throws ``NoteError/malformedNote``.
    public init(unsigned text: [UInt8]) throws(NoteError) {
        guard Self.isText(text) else { throw .malformedNote }
        self.text = text
        signatures = []
    }

    /// Reads a note. Throws ``NoteError/malformedNote``, also for one without signatures.
    public init(reading bytes: [UInt8]) throws(NoteError) {
        guard bytes.count <= Self.largest, let gap = bytes.lastBlankLine else { throw .malformedNote }
        try self.init(unsigned: Array(bytes[..<gap]))
        let lines = bytes[(gap + 1)...].split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.last?.isEmpty == true, (1...Self.mostSignatures).contains(lines.count - 1) else {
            throw .malformedNote
        }
        for line in lines.dropLast() {
            guard let signature = Signature(line) else { throw .malformedNote }
            signatures.append(signature)
        }
    }

    /// The note as it is published.
    public var bytes: [UInt8] {
        text + [0x0A] + signatures.flatMap { Array($0.line.utf8) }
    }

    /// The note with one signature more. Adding what is there already changes nothing.
    public func adding(_ signature: Signature) -> SignedNote {
        guard !signatures.contains(signature) else { return self }
        var note = self
        note.signatures.append(signature)
        return note
    }

    private static func isText(_ bytes: [UInt8]) -> Bool {
        guard bytes.last == 0x0A, bytes.count <= largest, let text = String(validating: bytes, as: UTF8.self) else {
            return false
        }
        return text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" }
    }
}

extension SignedNote.Signature {
    private static let dash = Array("— ".utf8)

    /// Reads a line without its newline.
    init?(_ line: ArraySlice<UInt8>) {
        guard line.starts(with: Self.dash) else { return nil }
        let parts = line.dropFirst(Self.dash.count).split(
            separator: 0x20, maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let name = String(validating: parts[0], as: UTF8.self), VerifierKey.isName(name),
            let value = Base64.standard.bytes(parts[1]), value.count > 4
        else { return nil }
        self.init(name: name, keyHash: UInt32(bigEndian: value.prefix(4)), bytes: Array(value.dropFirst(4)))
    }

    /// The line with its newline.
    var line: String { "— \(name) \(Base64.standard.text(keyHash.bigEndianBytes + bytes))\n" }
}

extension [UInt8] {
    /// Where the last empty line begins: the signatures stand behind it.
    fileprivate var lastBlankLine: Int? {
        guard count > 2 else { return nil }
        return stride(from: count - 1, to: 0, by: -1).first { self[$0] == 0x0A && self[$0 - 1] == 0x0A }
    }
}
