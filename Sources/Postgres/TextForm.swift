#if canImport(Glibc)
internal import Glibc
#endif

/// Scalars as the text that PostgreSQL's input functions read.
enum TextForm {
    /// Appends the text of a scalar (nothing for NULL), or says why it has none.
    static func append(_ parameter: Parameter, to bytes: inout [UInt8]) -> ParameterProblem? {
        switch parameter {
        case .null: return nil
        case .bool(let value): bytes.append(UInt8(ascii: value ? "t" : "f"))
        case .int32(let value): append(Int64(value), to: &bytes)
        case .int64(let value): append(value, to: &bytes)
        case .date(let days): CivilText.append(days: days, to: &bytes)
        case .timestamp(let microseconds): CivilText.append(microseconds: microseconds, to: &bytes)
        case .text(let value), .numeric(let value), .uuid(let value): return append(value, to: &bytes)
        case .bytes, .int64Array, .textArray, .dateArray, .bytesArray, .array: return .notForCopy
        }
        return nil
    }

    /// Appends a text, or nothing where it holds U+0000.
    static func append(_ value: String, to bytes: inout [UInt8]) -> ParameterProblem? {
        var copy = value
        return copy.withUTF8 { characters in
            if let start = characters.baseAddress, memchr(start, 0, characters.count) != nil { return .nullCharacter }
            bytes.append(contentsOf: characters)
            return nil
        }
    }

    private static func append(_ value: Int64, to bytes: inout [UInt8]) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        var rest = value.magnitude
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }
}
