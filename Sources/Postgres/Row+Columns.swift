extension Row {
    /// An int2, int4, int8 or oid.
    public func int64(_ column: Int) throws(PostgresError) -> Int64 {
        try withField(column, expecting: "integer") { bytes, type in
            switch (type, bytes.count) {
            case (TypeIdentifier.int8, 8): bytes.bigEndian(Int64.self, at: 0)
            case (TypeIdentifier.int4, 4): Int64(bytes.bigEndian(Int32.self, at: 0))
            case (TypeIdentifier.int2, 2): Int64(bytes.bigEndian(Int16.self, at: 0))
            case (TypeIdentifier.oid, 4): Int64(bytes.bigEndian(UInt32.self, at: 0))
            default: nil
            }
        }
    }

    /// An int2 or int4.
    public func int32(_ column: Int) throws(PostgresError) -> Int32 {
        try withField(column, expecting: "int4") { bytes, type in
            switch (type, bytes.count) {
            case (TypeIdentifier.int4, 4): bytes.bigEndian(Int32.self, at: 0)
            case (TypeIdentifier.int2, 2): Int32(bytes.bigEndian(Int16.self, at: 0))
            default: nil
            }
        }
    }

    /// A bool.
    public func bool(_ column: Int) throws(PostgresError) -> Bool {
        try withField(column, expecting: "bool") { bytes, type in
            type == TypeIdentifier.bool && bytes.count == 1 ? bytes[0] != 0 : nil
        }
    }

    /// Text, varchar, name, an enumeration, json or jsonb.
    public func text(_ column: Int) throws(PostgresError) -> String {
        try withUTF8(column) { String(decoding: $0, as: UTF8.self) }
    }

    /// Lends the bytes of a text-like column without copying them; PostgreSQL guarantees valid UTF-8.
    public func withUTF8<Value>(
        _ column: Int, _ body: (UnsafeRawBufferPointer) -> Value
    ) throws(PostgresError) -> Value {
        try withField(column, expecting: "text") { bytes, type in
            if type == TypeIdentifier.jsonb, bytes.count > 1, bytes[0] == 1 {
                return body(UnsafeRawBufferPointer(rebasing: bytes[1...]))
            }
            // A composite or a range of a user-defined type is binary and full of zeros: no text.
            return TypeIdentifier.isText(type) && !(type >= 16384 && bytes.contains(0)) ? body(bytes) : nil
        }
    }

    /// A bytea.
    public func bytes(_ column: Int) throws(PostgresError) -> [UInt8] {
        try withBytes(column) { [UInt8]($0) }
    }

    /// Lends the bytes of a bytea without copying them.
    public func withBytes<Value>(
        _ column: Int, _ body: (UnsafeRawBufferPointer) -> Value
    ) throws(PostgresError) -> Value {
        try withField(column, expecting: "bytea") { bytes, type in type == TypeIdentifier.bytea ? body(bytes) : nil }
    }

    /// A date in days since 1970-01-01; Int32.min and Int32.max are -infinity and infinity.
    public func days(_ column: Int) throws(PostgresError) -> Int32 {
        try withField(column, expecting: "date") { bytes, type in
            guard type == TypeIdentifier.date, bytes.count == 4 else { return nil }
            return PostgresEpoch.unixDays(bytes.bigEndian(Int32.self, at: 0))
        }
    }

    /// A timestamptz in microseconds since 1970-01-01T00:00Z; Int64.min and Int64.max are -infinity and infinity.
    public func microseconds(_ column: Int) throws(PostgresError) -> Int64 {
        try withField(column, expecting: "timestamptz") { bytes, type in
            guard type == TypeIdentifier.timestamptz, bytes.count == 8 else { return nil }
            return PostgresEpoch.unixMicroseconds(bytes.bigEndian(Int64.self, at: 0))
        }
    }

    /// A numeric as exact decimal text.
    public func numeric(_ column: Int) throws(PostgresError) -> String {
        try withField(column, expecting: "numeric") { bytes, type in
            type == TypeIdentifier.numeric ? NumericText.read(bytes) : nil
        }
    }

    /// A uuid as lower-case text with hyphens.
    public func uuid(_ column: Int) throws(PostgresError) -> String {
        try withField(column, expecting: "uuid") { bytes, type in
            guard type == TypeIdentifier.uuid, bytes.count == 16 else { return nil }
            let digits = Array("0123456789abcdef".utf8)
            var text: [UInt8] = []
            for (index, byte) in bytes.enumerated() {
                if [4, 6, 8, 10].contains(index) { text.append(UInt8(ascii: "-")) }
                text.append(digits[Int(byte >> 4)])
                text.append(digits[Int(byte & 15)])
            }
            return String(decoding: text, as: UTF8.self)
        }
    }

    /// An int8[] of one dimension.
    public func int64Array(_ column: Int) throws(PostgresError) -> [Int64?] {
        try withField(column, expecting: "int8[]") { bytes, type in
            guard type == TypeIdentifier.int8Array else { return nil }
            return ArrayBinary.read(bytes) { $0.count == 8 ? $0.bigEndian(Int64.self, at: 0) : nil }
        }
    }

    /// A text[] of one dimension.
    public func textArray(_ column: Int) throws(PostgresError) -> [String?] {
        try withField(column, expecting: "text[]") { bytes, type in
            guard type == TypeIdentifier.textArray else { return nil }
            return ArrayBinary.read(bytes) { String(decoding: $0, as: UTF8.self) }
        }
    }
}
