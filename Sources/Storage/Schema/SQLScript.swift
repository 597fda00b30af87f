/// A file of SQL, cut into its statements: the extended protocol takes one at a time.
struct SQLScript {
    private let bytes: [UInt8]
    private var index = 0
    private var start = 0
    private var found: [String] = []

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The statements in order, without their semicolons. Semicolons in comments, quotes and `$tag$` bodies do not cut.
    static func statements(of bytes: [UInt8]) -> [String] {
        var script = SQLScript(bytes)
        script.cut()
        return script.found
    }

    private mutating func cut() {
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: ";"):
                finish()
                start = index + 1
            case UInt8(ascii: "'"), UInt8(ascii: "\""): skip(past: [bytes[index]], from: index + 1)
            case UInt8(ascii: "-") where bytes[index...].starts(with: "--".utf8):
                skip(past: [UInt8(ascii: "\n")], from: index)
            case UInt8(ascii: "$"):
                if let tag = tag() { skip(past: tag, from: index + tag.count) }
            default: break
            }
            index += 1
        }
        finish()
    }

    /// `$tag$` at the current place.
    private func tag() -> [UInt8]? {
        guard let end = bytes[(index + 1)...].firstIndex(of: UInt8(ascii: "$")) else { return nil }
        let name = bytes[(index + 1)..<end]
        let isName = name.allSatisfy {
            $0 == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
        }
        return isName ? Array(bytes[index...end]) : nil
    }

    /// Moves to the last byte of the next such end, or of the text.
    private mutating func skip(past end: [UInt8], from first: Int) {
        index = first
        while index < bytes.count, !bytes[index...].starts(with: end) { index += 1 }
        index += end.count - 1
    }

    private mutating func finish() {
        let text = String(decoding: bytes[start..<min(index, bytes.count)], as: UTF8.self)
        let isComment = text.split(whereSeparator: \.isNewline).allSatisfy { line in
            let words = line.drop { $0 == " " }
            return words.isEmpty || words.hasPrefix("--")
        }
        if !isComment { found.append(text) }
    }
}
