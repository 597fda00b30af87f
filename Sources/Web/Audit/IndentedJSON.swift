/// Canonical JSON with line ends and indents, for people. Only blanks between its parts are added.
func indented(json: [UInt8]) -> String {
    var output: [UInt8] = []
    var (depth, isQuoted, isEscaped) = (0, false, false)
    func breakLine() { output += [0x0A] + Array(repeating: 0x20, count: 2 * depth) }
    for (index, byte) in json.enumerated() {
        if isQuoted {
            output.append(byte)
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isQuoted = false
            }
            continue
        }
        let next = index + 1 < json.count ? json[index + 1] : 0
        switch byte {
        case UInt8(ascii: "\""):
            isQuoted = true
            output.append(byte)
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            output.append(byte)
            guard next != byte + 2 else { continue }
            depth += 1
            breakLine()
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            if index > 0, json[index - 1] != byte - 2 {
                depth = max(0, depth - 1)
                breakLine()
            }
            output.append(byte)
        case UInt8(ascii: ","):
            output.append(byte)
            breakLine()
        case UInt8(ascii: ":"): output += [byte, 0x20]
        default: output.append(byte)
        }
    }
    return String(decoding: output, as: UTF8.self)
}
