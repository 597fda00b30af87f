/// Text as a cell of a workbook can hold it (ECMA-376, part 1, 22.9.2.19 ST_Xstring).
struct SpreadsheetText {
    /// Characters, in UTF-16, that a cell holds.
    static let most = 32_767

    let text: String

    /// Line ends become LF; control characters and the two code points that XML has no place for become U+FFFD; what
    /// reads like an escape (`_x0041_`) is escaped, so that it stays as it was written. What is too long ends in `…`.
    init(_ original: String) {
        var scalars = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in original.unicodeScalars {
            switch scalar {
            case "\n" where previous == "\r": break
            case "\r": scalars.append("\n")
            case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}":
                scalars.append("\u{FFFD}")
            default: scalars.append(scalar)
            }
            previous = scalar
        }
        text = Self.cut(Self.escaped(String(scalars)))
    }

    private static func escaped(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "_"), isEscape(bytes[index...].prefix(7)) {
                result += Array("_x005F".utf8)
            }
            result.append(byte)
        }
        return result.count == bytes.count ? text : String(decoding: result, as: UTF8.self)
    }

    private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count == 7, bytes.last == UInt8(ascii: "_"), bytes.dropFirst().first == UInt8(ascii: "x") else {
            return false
        }
        return bytes.dropFirst(2).dropLast().allSatisfy { Unicode.Scalar($0).properties.isASCIIHexDigit }
    }

    private static func cut(_ text: String) -> String {
        guard text.utf16.count > most else { return text }
        var scalars = String.UnicodeScalarView()
        var left = most - 1
        for scalar in text.unicodeScalars {
            left -= UTF16.width(scalar)
            if left < 0 { break }
            scalars.append(scalar)
        }
        return String(scalars) + "…"
    }
}
