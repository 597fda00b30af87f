/// One-dimensional arrays in PostgreSQL's binary form (array_send and array_recv of arrayfuncs.c).
enum ArrayBinary {
    /// Appends an array; `write` appends one element's bytes.
    static func append<Element>(
        _ values: [Element?], element: UInt32, to bytes: inout [UInt8], _ write: (Element, inout [UInt8]) -> Void
    ) {
        bytes.appendBigEndian(Int32(values.isEmpty ? 0 : 1))
        bytes.appendBigEndian(Int32(values.contains { $0 == nil } ? 1 : 0))
        bytes.appendBigEndian(element)
        if values.isEmpty { return }
        bytes.appendBigEndian(Int32(truncatingIfNeeded: values.count))
        bytes.appendBigEndian(Int32(1))
        for value in values {
            let start = bytes.count
            bytes.appendBigEndian(Int32(-1))
            guard let value else { continue }
            write(value, &bytes)
            let length = UInt32(truncatingIfNeeded: bytes.count - start - 4)
            for index in 0..<4 { bytes[start + index] = UInt8(truncatingIfNeeded: length >> (24 - 8 * UInt32(index))) }
        }
    }

    /// Reads an array; `read` makes one element of its bytes and returns nil when they make no sense.
    static func read<Element>(
        _ bytes: UnsafeRawBufferPointer, _ read: (UnsafeRawBufferPointer) -> Element?
    ) -> [Element?]? {
        guard bytes.count >= 12 else { return nil }
        let dimensions = bytes.bigEndian(Int32.self, at: 0)
        if dimensions == 0 { return [] }
        guard dimensions == 1, bytes.count >= 20 else { return nil }
        var elements: [Element?] = []
        var position = 20
        for _ in 0..<max(0, bytes.bigEndian(Int32.self, at: 12)) {
            guard position + 4 <= bytes.count else { return nil }
            let length = Int(bytes.bigEndian(Int32.self, at: position))
            position += 4
            if length < 0 { elements.append(nil); continue }
            guard position + length <= bytes.count,
                let element = read(UnsafeRawBufferPointer(rebasing: bytes[position..<(position + length)]))
            else { return nil }
            elements.append(element)
            position += length
        }
        return elements
    }
}

extension [UInt8] {
    /// Appends an integer in network order.
    mutating func appendBigEndian(_ value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
    }
}

extension UnsafeRawBufferPointer {
    /// Reads an integer in network order; the caller has checked the bounds.
    func bigEndian<Integer: FixedWidthInteger>(_ type: Integer.Type, at offset: Int) -> Integer {
        Integer(bigEndian: loadUnaligned(fromByteOffset: offset, as: type))
    }
}
