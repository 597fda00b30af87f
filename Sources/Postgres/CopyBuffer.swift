/// Rows for COPY in its text format (manual, COPY: "Text Format"), written value by value.
public struct CopyBuffer: Sendable {
    private(set) var bytes: [UInt8] = []
    private var isInRow = false
    private var scratch: [UInt8] = []
    private var column = 0

    init() {
        bytes.reserveCapacity(1 << 17)
    }

    /// Writes one row. Throws `invalidParameter` for U+0000 and for arrays; the row is then left out.
    public mutating func row(_ values: Parameter...) throws(PostgresError) {
        let start = bytes.count
        do throws(PostgresError) {
            for value in values { try field(value) }
        } catch {
            bytes.removeSubrange(start...)
            isInRow = false
            column = 0
            throw error
        }
        endRow()
    }

    /// Writes the next value of the row at hand.
    public mutating func field(_ value: Parameter) throws(PostgresError) {
        if isInRow { bytes.append(UInt8(ascii: "\t")) }
        isInRow = true
        defer { column += 1 }
        switch value {
        case .null: bytes.append(contentsOf: "\\N".utf8)
        case .bytes(let value):
            bytes.append(contentsOf: "\\\\x".utf8)
            for byte in value {
                bytes.append(Self.digit(byte >> 4))
                bytes.append(Self.digit(byte & 15))
            }
        default:
            scratch.removeAll(keepingCapacity: true)
            if let problem = TextForm.append(value, to: &scratch) {
                throw .invalidParameter(statement: 0, parameter: column, problem)
            }
            for byte in scratch { appendEscaped(byte) }
        }
    }

    /// Ends the row at hand.
    public mutating func endRow() {
        bytes.append(UInt8(ascii: "\n"))
        isInRow = false
        column = 0
    }

    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
        case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
        case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
        case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
        default: bytes.append(byte)
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
