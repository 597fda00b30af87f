/// The header by which a browser saves a document instead of showing it.
public enum ContentDisposition {
    /// The value for a file name (RFC 6266): `attachment`, the name in ASCII for old clients, and the name itself as
    /// RFC 8187 writes it. Safe for any text: what is no visible character, a quote or a path becomes `_`.
    public static func attachment(_ name: String) -> String {
        var plain = ""
        var encoded = ""
        for scalar in name.unicodeScalars {
            let isUnsafe = DocumentName.isInvisible(scalar) || "/\\".unicodeScalars.contains(scalar)
            let shown: Unicode.Scalar = isUnsafe ? "_" : scalar
            plain.unicodeScalars.append(isPlain(shown) ? shown : "_")
            for byte in String(shown).utf8 { encoded += encoding(byte) }
        }
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(encoded)"
    }

    /// What may stand in quotes everywhere: `%` is decoded by some clients, `"` ends the quotes.
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && scalar.value >= 0x20 && scalar != "\"" && scalar != "%" && scalar.value != 0x7f
    }

    /// A byte as attr-char (RFC 8187, section 3.2.1) or in percent-encoding.
    private static func encoding(_ byte: UInt8) -> String {
        let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        if isLetter || isDigit || "!#$&+-.^_`|~".utf8.contains(byte) {
            return String(Unicode.Scalar(byte))
        }
        let digits = String(byte, radix: 16, uppercase: true)
        return byte < 16 ? "%0" + digits : "%" + digits
    }
}
