/// An array in the form in which it is sent; ``ArrayEncoder`` makes it.
public struct EncodedArray: Sendable, Hashable {
    /// A part of what was encoded together.
    let bytes: ArraySlice<UInt8>
    /// Whether a text holds U+0000, which is refused when the array is to be sent.
    let hasNullCharacter: Bool
}

/// Encodes the arrays of one statement, scalar by scalar into one run of bytes, without lists of them in between.
public struct ArrayEncoder {
    /// What the elements are; the placeholder needs the cast to an array of it.
    public enum Element: Sendable {
        case text, int64, date, bytes

        fileprivate var type: UInt32 {
            switch self {
            case .text: TypeIdentifier.text
            case .int64: TypeIdentifier.int8
            case .date: TypeIdentifier.date
            case .bytes: TypeIdentifier.bytea
            }
        }
    }

    private var bytes: [UInt8] = []
    private var element = Element.text
    /// Where each array begins, and whether it holds U+0000.
    private var arrays: [(start: Int, hasNullCharacter: Bool)] = []

    /// Starts without arrays, with room for so many of so many elements.
    public init(arrays count: Int, elements: Int) {
        arrays.reserveCapacity(count)
        bytes.reserveCapacity(count * (20 + 20 * elements))
    }

    /// Begins an array to which just so many elements are appended.
    public mutating func begin(_ element: Element, count: Int) {
        self.element = element
        arrays.append((bytes.count, false))
        bytes.appendBigEndian(Int32(count == 0 ? 0 : 1))
        bytes.appendBigEndian(Int32(0))
        bytes.appendBigEndian(element.type)
        if count == 0 { return }
        bytes.appendBigEndian(Int32(truncatingIfNeeded: count))
        bytes.appendBigEndian(Int32(1))
    }

    /// Appends a scalar. NULL, and what is no element of the array's type, becomes NULL; a truth value becomes 0 or 1.
    public mutating func append(_ scalar: Parameter) {
        switch (element, scalar) {
        case (.text, .text(let text)): append(text)
        case (.int64, .int64(let number)): append(number)
        case (.int64, .bool(let flag)): append(Int64(flag ? 1 : 0))
        case (.date, .date(let days)): append(PostgresEpoch.days(fromUnix: days))
        case (.bytes, .bytes(let content)):
            bytes.appendBigEndian(Int32(truncatingIfNeeded: content.count))
            bytes.append(contentsOf: content)
        default:
            // The second word of the header tells that there is a NULL.
            bytes[arrays[arrays.count - 1].start + 7] = 1
            bytes.appendBigEndian(Int32(-1))
        }
    }

    /// The arrays in the order in which they were begun.
    public var parameters: [Parameter] {
        arrays.indices.map { index in
            let end = index + 1 < arrays.count ? arrays[index + 1].start : bytes.count
            return .array(
                EncodedArray(
                    bytes: bytes[arrays[index].start..<end], hasNullCharacter: arrays[index].hasNullCharacter))
        }
    }

    private mutating func append(_ number: some FixedWidthInteger) {
        bytes.appendBigEndian(Int32(number.bitWidth / 8))
        bytes.appendBigEndian(number)
    }

    private mutating func append(_ text: String) {
        bytes.appendBigEndian(Int32(truncatingIfNeeded: text.utf8.count))
        if TextForm.append(text, to: &bytes) != nil { arrays[arrays.count - 1].hasNullCharacter = true }
    }
}
