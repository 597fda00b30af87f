/// The values of one pipeline as libpq wants them: one run of bytes and four parallel lists, reused from call to call.
struct ParameterBuffer {
    private var bytes: [UInt8] = []
    private var offsets: [Int] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []
    private var pointers: [UnsafePointer<CChar>?] = []

    /// Encodes every value of every query before anything is sent, so that a refused one leaves no trace.
    mutating func fill(_ queries: [Query]) throws(PostgresError) {
        if bytes.capacity > 1 << 20 { bytes = [] }
        bytes.removeAll(keepingCapacity: true)
        offsets.removeAll(keepingCapacity: true)
        lengths.removeAll(keepingCapacity: true)
        formats.removeAll(keepingCapacity: true)
        for (statement, query) in queries.enumerated() {
            for (index, parameter) in query.parameters.enumerated() {
                if let problem = append(parameter) ?? (index > 65_534 ? .tooLarge : nil) {
                    throw .invalidParameter(statement: statement, parameter: index, problem)
                }
            }
        }
    }

    /// Lends the lists for the `count` values that start at `first`.
    mutating func withLists<Result>(
        first: Int, count: Int,
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> Result
    ) -> Result {
        bytes.withUnsafeBytes { run in
            pointers.removeAll(keepingCapacity: true)
            for index in first..<(first + count) {
                let start = run.baseAddress.map { $0 + max(offsets[index], 0) }
                pointers.append(offsets[index] < 0 ? nil : start?.assumingMemoryBound(to: CChar.self))
            }
            return pointers.withUnsafeBufferPointer { pointers in
                lengths.withUnsafeBufferPointer { lengths in
                    formats.withUnsafeBufferPointer { formats in
                        body(
                            pointers.baseAddress, lengths.baseAddress.map { $0 + first },
                            formats.baseAddress.map { $0 + first })
                    }
                }
            }
        }
    }

    private mutating func append(_ parameter: Parameter) -> ParameterProblem? {
        let start = bytes.count
        var (isBinary, isNull) = (false, false)
        switch parameter {
        case .bytes(let value):
            bytes.append(contentsOf: value)
            isBinary = true
        case .int64Array(let values):
            ArrayBinary.append(values, element: TypeIdentifier.int8, to: &bytes) { $1.appendBigEndian($0) }
            isBinary = true
        case .dateArray(let values):
            ArrayBinary.append(values, element: TypeIdentifier.date, to: &bytes) {
                $1.appendBigEndian(PostgresEpoch.days(fromUnix: $0))
            }
            isBinary = true
        case .bytesArray(let values):
            ArrayBinary.append(values, element: TypeIdentifier.bytea, to: &bytes) { $1.append(contentsOf: $0) }
            isBinary = true
        case .textArray(let values):
            if values.contains(where: { $0?.utf8.contains(0) ?? false }) { return .nullCharacter }
            ArrayBinary.append(values, element: TypeIdentifier.text, to: &bytes) { $1.append(contentsOf: $0.utf8) }
            isBinary = true
        case .array(let array):
            if array.hasNullCharacter { return .nullCharacter }
            bytes.append(contentsOf: array.bytes)
            isBinary = true
        case .null: isNull = true
        default:
            if let problem = TextForm.append(parameter, to: &bytes) { return problem }
        }
        let length = bytes.count - start
        guard length < 1 << 30 else { return .tooLarge }
        if !isBinary { bytes.append(0) }
        offsets.append(isNull ? -1 : start)
        lengths.append(Int32(length))
        formats.append(isBinary ? 1 : 0)
        return nil
    }
}
