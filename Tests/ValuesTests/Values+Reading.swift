import Values

/// Reads a value from a string, as the reader of dossiers reads it from bytes.
func parsed<Number>(
    _ text: String, _ parse: (Bytes) throws(DecimalTextError) -> Number
) throws(DecimalTextError) -> Number {
    let outcome: Result<Number, DecimalTextError> = Array(text.utf8).withUnsafeBufferPointer { bytes in
        do throws(DecimalTextError) { return .success(try parse(bytes)) } catch { return .failure(error) }
    }
    return try outcome.get()
}

extension Money {
    /// Reads "718880.00".
    static func reading(_ text: String) throws(DecimalTextError) -> Money {
        try parsed(text) { bytes throws(DecimalTextError) in try Money(utf8: bytes) }
    }
}

extension Percentage {
    /// Reads "1.5".
    static func reading(_ text: String) throws(DecimalTextError) -> Percentage {
        try parsed(text) { bytes throws(DecimalTextError) in try Percentage(utf8: bytes) }
    }
}

extension ExactDecimal {
    /// Reads "12.345678".
    static func reading(_ text: String) throws(DecimalTextError) -> ExactDecimal {
        try parsed(text) { bytes throws(DecimalTextError) in try ExactDecimal(utf8: bytes) }
    }
}
