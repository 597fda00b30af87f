/// File names as they may be stored.
enum DocumentName {
    static let longest = 200

    /// Whether a name is one: 1 to 200 bytes, no path, nothing that nobody sees (a hidden mark can turn the letters of
    /// `fdp.exe` around). The database says the same again of the name in NFC.
    static func isAllowed(_ name: String) -> Bool {
        (1...longest).contains(name.utf8.count) && name.first != " " && name.last != " " && name != "." && name != ".."
            && !name.unicodeScalars.contains { $0 == "/" || $0 == "\\" || isInvisible($0) }
    }

    /// Controls, marks of direction, characters without width.
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1f, 0x7f...0x9f, 0xad, 0x61c, 0x200b...0x200f, 0x2028...0x202e, 0x2060...0x206f, 0xfeff: true
        default: false
        }
    }
}
