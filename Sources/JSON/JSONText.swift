public import Values

/// Resolves the escapes of a string that the parser has accepted.
func unescaped(_ bytes: Bytes) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    func unit(at start: Int) -> UInt32 {
        bytes[start..<start + 4].reduce(0) { $0 << 4 | (hexadecimalDigit($1) ?? 0) }
    }
    while index < bytes.count {
        guard bytes[index] == UInt8(ascii: "\\") else {
            output.append(bytes[index])
            index += 1
            continue
        }
        let escape = bytes[index + 1]
        index += 2
        switch escape {
        case UInt8(ascii: "b"): output.append(0x08)
        case UInt8(ascii: "f"): output.append(0x0C)
        case UInt8(ascii: "n"): output.append(0x0A)
        case UInt8(ascii: "r"): output.append(0x0D)
        case UInt8(ascii: "t"): output.append(0x09)
        case UInt8(ascii: "u"):
            var scalar = unit(at: index)
            index += 4
            if (0xD800...0xDBFF).contains(scalar) {
                scalar = 0x10000 + (scalar - 0xD800) << 10 + (unit(at: index + 2) - 0xDC00)
                index += 6
            }
            if let character = Unicode.Scalar(scalar) { output.append(contentsOf: UTF8.encode(character) ?? .init()) }
        default: output.append(escape)
        }
    }
    return String(decoding: output, as: UTF8.self)
}

extension TextOutput {
    /// A JSON string with quotes: only what RFC 8785 (JCS) escapes is escaped.
    public mutating func write(jsonString text: String) {
        var copy = text
        copy.withUTF8 { write(jsonString: $0) }
    }

    /// The same for the bytes of valid UTF-8 text.
    public mutating func write(jsonString bytes: Bytes) {
        write(byte: UInt8(ascii: "\""))
        var start = 0
        for index in bytes.indices {
            let byte = bytes[index]
            guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
            write(raw: Bytes(rebasing: bytes[start..<index]))
            write(escaped: byte)
            start = index + 1
        }
        write(raw: Bytes(rebasing: bytes[start...]))
        write(byte: UInt8(ascii: "\""))
    }

    private mutating func write(escaped byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): write("\\\"")
        case UInt8(ascii: "\\"): write("\\\\")
        case 0x08: write("\\b")
        case 0x0C: write("\\f")
        case 0x0A: write("\\n")
        case 0x0D: write("\\r")
        case 0x09: write("\\t")
        default:
            let digits = Array("0123456789abcdef".utf8)
            write("\\u00")
            write(byte: digits[Int(byte >> 4)])
            write(byte: digits[Int(byte & 15)])
        }
    }
}
