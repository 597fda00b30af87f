/// What the first bytes of a file say that it is.
enum DocumentSign: Equatable {
    case type(DocumentType)
    /// A ZIP archive: its directory, at the end, tells whether it is OFD.
    case archive
    case unknown

    /// As many of the first bytes as it takes to tell.
    static let length = 256

    init(_ head: [UInt8]) {
        if let (_, sign) = Self.signs.first(where: { head.starts(with: $0.bytes) }) {
            self = sign
        } else {
            self = Self.isXML(head) ? .type(.xml) : .unknown
        }
    }

    private static let signs: [(bytes: [UInt8], sign: DocumentSign)] = [
        (Array("%PDF-".utf8), .type(.pdf)),
        ([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], .type(.png)),
        ([0xff, 0xd8, 0xff], .type(.jpeg)),
        ([0x49, 0x49, 0x2a, 0x00], .type(.tiff)),
        ([0x4d, 0x4d, 0x00, 0x2a], .type(.tiff)),
        ([0x50, 0x4b, 0x03, 0x04], .archive),
        // `<?` in UTF-16, with the byte order mark that XML asks for.
        ([0xff, 0xfe, 0x3c, 0x00, 0x3f, 0x00], .type(.xml)),
        ([0xfe, 0xff, 0x00, 0x3c, 0x00, 0x3f], .type(.xml)),
    ]

    /// An XML declaration, a comment or an element. Pages for a browser (HTML, SVG) are no evidence, and a document
    /// type declaration is what attacks on readers of XML begin with.
    private static func isXML(_ head: [UInt8]) -> Bool {
        let mark: [UInt8] = [0xef, 0xbb, 0xbf]
        let text = (head.starts(with: mark) ? head.dropFirst(3) : head[...])
            .drop { [0x20, 0x09, 0x0a, 0x0d].contains($0) }
        if text.starts(with: "<?xml".utf8) { return text.dropFirst(5).first.map(isNamePart) == false }
        if text.starts(with: "<!--".utf8) { return true }
        guard text.first == UInt8(ascii: "<"), let first = text.dropFirst().first, isNamePart(first) else {
            return false
        }
        let name = String(decoding: text.dropFirst().prefix(while: isNamePart), as: UTF8.self).lowercased()
        return !["html", "svg"].contains(name.split(separator: ":").last) && !isDigit(first)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        return isLetter || isDigit(byte) || byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
    }
}
