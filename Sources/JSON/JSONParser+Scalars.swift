import Values

extension JSONParser {
    mutating func readWord(_ word: StaticString, _ kind: JSONNode.Kind) throws(JSONError) {
        let start = index
        for offset in 0..<word.utf8CodeUnitCount {
            guard index < bytes.count, bytes[index] == word.utf8Start[offset] else { throw failure(.syntax) }
            index += 1
        }
        add(kind, offset: start, count: index - start)
    }

    mutating func readNumber() throws(JSONError) {
        let start = index
        if index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
        let whole = index
        try skipDigits()
        if bytes[whole] == UInt8(ascii: "0"), index > whole + 1 { throw failure(.syntax) }
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            index += 1
            try skipDigits()
        }
        if index < bytes.count, bytes[index] == UInt8(ascii: "e") || bytes[index] == UInt8(ascii: "E") {
            index += 1
            if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
                index += 1
            }
            try skipDigits()
        }
        add(.number, offset: start, count: index - start)
    }

    private mutating func skipDigits() throws(JSONError) {
        let start = index
        while index < bytes.count, bytes[index] >= UInt8(ascii: "0"), bytes[index] <= UInt8(ascii: "9") { index += 1 }
        if index == start { throw failure(.syntax) }
    }

    mutating func readString() throws(JSONError) {
        index += 1
        let start = index
        var hasEscapes = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                add(.string, offset: start, count: index - start, hasEscapes: hasEscapes)
                index += 1
                return
            }
            if byte >= 0x80 {
                try skipSequence(byte)
            } else if byte == UInt8(ascii: "\\") {
                hasEscapes = true
                try skipEscape()
            } else if byte < 0x20 {
                throw failure(.syntax)
            } else {
                index += 1
            }
        }
        throw failure(.syntax)
    }

    /// One character of two to four bytes, well-formed as the Unicode standard's table 3-7 has it.
    private mutating func skipSequence(_ first: UInt8) throws(JSONError) {
        let (length, low, high): (Int, UInt8, UInt8)
        switch first {
        case 0xC2...0xDF: (length, low, high) = (2, 0x80, 0xBF)
        case 0xE0: (length, low, high) = (3, 0xA0, 0xBF)
        case 0xED: (length, low, high) = (3, 0x80, 0x9F)
        case 0xE1...0xEF: (length, low, high) = (3, 0x80, 0xBF)
        case 0xF0: (length, low, high) = (4, 0x90, 0xBF)
        case 0xF1...0xF3: (length, low, high) = (4, 0x80, 0xBF)
        case 0xF4: (length, low, high) = (4, 0x80, 0x8F)
        default: throw failure(.encoding)
        }
        guard index + length <= bytes.count, bytes[index + 1] >= low, bytes[index + 1] <= high else {
            throw failure(.encoding)
        }
        for offset in 2..<max(length, 2) where bytes[index + offset] & 0xC0 != 0x80 { throw failure(.encoding) }
        index += length
    }

    private mutating func skipEscape() throws(JSONError) {
        guard index + 1 < bytes.count else { throw failure(.syntax) }
        switch bytes[index + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            index += 2
        case UInt8(ascii: "u"):
            let unit = try readUnit()
            if (0xD800...0xDBFF).contains(unit) {
                guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
                else { throw failure(.encoding) }
                guard (0xDC00...0xDFFF).contains(try readUnit()) else { throw failure(.encoding) }
            } else if (0xDC00...0xDFFF).contains(unit) {
                throw failure(.encoding)
            }
        default: throw failure(.syntax)
        }
    }

    /// `\uXXXX` at the current place.
    private mutating func readUnit() throws(JSONError) -> UInt32 {
        guard index + 5 < bytes.count, bytes[index + 1] == UInt8(ascii: "u") else { throw failure(.syntax) }
        var unit: UInt32 = 0
        for offset in 2..<6 {
            guard let digit = hexadecimalDigit(bytes[index + offset]) else { throw failure(.syntax) }
            unit = unit << 4 | digit
        }
        index += 6
        return unit
    }

    /// Few names: compared each with each. Many: gathered, so that a hostile object costs no square. Either way by
    /// their bytes: Swift's strings are equal where Unicode calls them equivalent.
    func refuseRepeatedNames(of object: Int, count: Int) throws(JSONError) {
        guard count > 1 else { return }
        var hasRepeats = false
        nodes.withUnsafeBufferPointer { nodes in
            let names = JSONValue(bytes: bytes, nodes: nodes, index: object).members
            guard count <= 24 else {
                var seen: Set<[UInt8]> = []
                for member in names where !seen.insert(Array(member.name.text.utf8)).inserted { hasRepeats = true }
                return
            }
            var later = names.makeIterator()
            while let member = later.next() {
                var rest = later
                while let other = rest.next() { hasRepeats = hasRepeats || member.name.sameName(as: other.name) }
            }
        }
        if hasRepeats { throw failure(.repeatedName) }
    }
}

func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
}
