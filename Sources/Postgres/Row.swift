internal import CLibPQ

/// One row, lent for the time of a closure; columns count from 0. Reading checks the type, never crashes,
/// and throws `wrongType`, `unexpectedNull` or `noSuchColumn`.
public struct Row: ~Copyable {
    let result: OpaquePointer
    let index: Int32

    /// Whether the column is NULL.
    public func isNull(_ column: Int) throws(PostgresError) -> Bool {
        guard column >= 0, column < Int(PQnfields(result)) else { throw .noSuchColumn(column) }
        return PQgetisnull(result, index, Int32(column)) == 1
    }

    /// Lends the column's bytes as the server sent them (binary format) together with the type's identifier.
    func withField<Value>(
        _ column: Int, expecting name: String, _ read: (UnsafeRawBufferPointer, UInt32) -> Value?
    ) throws(PostgresError) -> Value {
        guard try !isNull(column) else { throw .unexpectedNull(column: column) }
        let number = Int32(column)
        let bytes = UnsafeRawBufferPointer(
            start: PQgetvalue(result, index, number), count: Int(PQgetlength(result, index, number)))
        let type = PQftype(result, number)
        guard PQfformat(result, number) == 1, let value = read(bytes, type) else {
            throw .wrongType(column: column, expected: name, oid: type)
        }
        return value
    }
}
