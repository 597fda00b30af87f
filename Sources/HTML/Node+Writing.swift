public import Values

extension TextOutput {
    /// Writes markup as HTML 5; SVG in it, and SVG alone, is well-formed XML too.
    public mutating func write(_ node: Node) {
        switch node {
        case .text(let text): write(escaped: text)
        case .group(let nodes): for node in nodes { write(node) }
        case .element(let name, let attributes, let content):
            write("<")
            write(text: name)
            for attribute in attributes { write(attribute) }
            write(">")
            if Self.void.contains(name) { return }
            write(content)
            write("</")
            write(text: name)
            write(">")
        }
    }

    /// Elements that have neither content nor an end tag (HTML, section 13.1.2).
    private static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]

    private mutating func write(_ attribute: Attribute) {
        write(" ")
        write(text: attribute.name)
        guard let value = attribute.value else { return }
        write("=\"")
        write(escaped: value)
        write("\"")
    }

    /// Text in content and between double quotes. Characters that neither HTML nor XML has become U+FFFD.
    private mutating func write(escaped text: String) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for index in bytes.indices {
                let isNoCharacter = Self.isNoCharacter(bytes, at: index)
                guard let replacement = isNoCharacter ? "\u{FFFD}" : Self.replacement(of: bytes[index]) else { continue }
                write(raw: Bytes(rebasing: bytes[start..<index]))
                write(replacement)
                start = index + (isNoCharacter ? 3 : 1)
            }
            write(raw: Bytes(rebasing: bytes[start...]))
        }
    }

    /// U+FFFE and U+FFFF, which XML does not have (Extensible Markup Language, production 2).
    private static func isNoCharacter(_ bytes: Bytes, at index: Int) -> Bool {
        index + 2 < bytes.count && bytes[index] == 0xEF && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
    }

    private static func replacement(of byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case 0x09, 0x0A: nil
        case 0..<0x20, 0x7F: "\u{FFFD}"
        default: nil
        }
    }
}

extension Node {
    /// The markup as text, for files and tests.
    public var markup: String {
        var output = TextOutput()
        output.write(self)
        return output.text
    }
}
