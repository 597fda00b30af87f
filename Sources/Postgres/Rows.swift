internal import CLibPQ

/// The answer to one statement; it owns libpq's result and frees it at the end of its life.
public struct Rows: ~Copyable, Sendable {
    let result: ResultPointer

    init(_ result: ResultPointer) {
        self.result = result
    }

    deinit {
        PQclear(result.pointer)
    }

    /// How many rows came back.
    public var count: Int { Int(PQntuples(result.pointer)) }

    /// Whether no row came back.
    public var isEmpty: Bool { count == 0 }

    /// How many rows an INSERT, UPDATE, DELETE, MERGE, COPY or SELECT touched; 0 for other commands.
    public var affected: Int {
        guard var digits = PQcmdTuples(result.pointer) else { return 0 }
        var number = 0
        while digits.pointee != 0 {
            number = number * 10 + Int(digits.pointee - 48)
            digits += 1
        }
        return number
    }

    /// The command tag, for instance `INSERT 0 1`.
    public var commandTag: String { String(cString: PQcmdStatus(result.pointer)) }

    /// Calls `read` with each row in order and collects what it returns.
    public func map<Value, Failure: Error>(
        _ read: (borrowing Row) throws(Failure) -> Value
    ) throws(Failure) -> [Value] {
        let count = PQntuples(result.pointer)
        var values: [Value] = []
        values.reserveCapacity(Int(count))
        for index in 0..<count { values.append(try read(Row(result: result.pointer, index: index))) }
        return values
    }

    /// Calls `body` with each row in order.
    public func forEach<Failure: Error>(_ body: (borrowing Row) throws(Failure) -> Void) throws(Failure) {
        for index in 0..<PQntuples(result.pointer) { try body(Row(result: result.pointer, index: index)) }
    }

    /// Reads the first row, or returns nil when there is none.
    public func first<Value, Failure: Error>(
        _ read: (borrowing Row) throws(Failure) -> Value
    ) throws(Failure) -> Value? {
        isEmpty ? nil : try read(Row(result: result.pointer, index: 0))
    }

    /// Reads the only row. Throws `wrongRowCount` when there are none or several.
    public func one<Value>(_ read: (borrowing Row) throws(PostgresError) -> Value) throws(PostgresError) -> Value {
        guard count == 1 else { throw .wrongRowCount(count) }
        return try read(Row(result: result.pointer, index: 0))
    }
}

/// A PGresult that moves between the thread that reads the socket and the task that reads the rows.
/// `@unchecked Sendable`: libpq never touches a finished result again, and it is only read until its one owner frees
/// it.
struct ResultPointer: @unchecked Sendable {
    let pointer: OpaquePointer
}
