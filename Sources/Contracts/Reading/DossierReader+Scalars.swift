import JSON
import Values

extension DossierReader {
    /// A string as it stands; a number where a decimal string is due gets its own code, for it was a float already.
    private mutating func string(_ value: JSONValue?, orNumber code: ProblemCode = .wrongType) -> JSONValue? {
        guard let value else { return nil }
        guard value.kind == .string else {
            report(value.kind == .number ? code : .wrongType, at: value, "string")
            return nil
        }
        return value
    }

    private mutating func decimal<Number>(
        _ value: JSONValue?, _ code: ProblemCode, _ parse: (Bytes) throws(DecimalTextError) -> Number
    ) -> Number? {
        guard let value = string(value, orNumber: .numberForDecimal) else { return nil }
        guard let bytes = value.plainBytes else {
            report(code, at: value, value.text)
            return nil
        }
        do throws(DecimalTextError) { return try parse(bytes) } catch {
            report(error == .overflow ? .overflow : code, at: value, value.text)
            return nil
        }
    }

    mutating func money(_ value: JSONValue?) -> Money? {
        decimal(value, .badMoney) { text throws(DecimalTextError) in try Money(utf8: text) }
    }

    /// Money that is not below zero.
    mutating func amount(_ value: JSONValue?) -> Money? {
        guard let value, let money = money(value) else { return nil }
        if money < .zero { report(.negative, at: value, money.description) }
        return money
    }

    /// Money above zero.
    mutating func positiveAmount(_ value: JSONValue?) -> Money? {
        guard let value, let money = money(value) else { return nil }
        if money <= .zero { report(.notPositive, at: value, money.description) }
        return money
    }

    mutating func percentage(_ value: JSONValue?) -> Percentage? {
        decimal(value, .badPercentage) { text throws(DecimalTextError) in try Percentage(utf8: text) }
    }

    mutating func quantity(_ value: JSONValue?) -> ExactDecimal? {
        decimal(value, .badQuantity) { text throws(DecimalTextError) in try ExactDecimal(utf8: text) }
    }

    mutating func score(_ value: JSONValue?) -> Score? {
        let parsed = decimal(value, .badScore) { text throws(DecimalTextError) in try DecimalText.parse(text, places: 2)
        }
        guard let value, let parsed else { return nil }
        guard (0...Int64(Score.highest.hundredths)).contains(parsed) else {
            report(.scoreOutOfRange, at: value, value.text)
            return nil
        }
        return Score(hundredths: Int(parsed))
    }

    mutating func day(_ value: JSONValue?) -> CalendarDay? {
        guard let value = string(value) else { return nil }
        if let bytes = value.plainBytes, let day = CalendarDay(utf8: bytes) { return day }
        report(.badDate, at: value, value.text)
        return nil
    }

    mutating func instant(_ value: JSONValue?) -> Instant? {
        guard let value = string(value) else { return nil }
        if let bytes = value.plainBytes, let instant = Instant(utf8: bytes) { return instant }
        report(.badInstant, at: value, value.text)
        return nil
    }

    mutating func integer(_ value: JSONValue?, _ range: ClosedRange<Int>) -> Int? {
        guard let value else { return nil }
        guard value.kind == .number else {
            report(.wrongType, at: value, "integer")
            return nil
        }
        guard let number = value.integer, range.contains(number) else {
            report(.badInteger, at: value, "\(range.lowerBound)…\(range.upperBound)")
            return nil
        }
        return number
    }

    /// `[a-z0-9][a-z0-9-]{0,63}`; a malformed one is reported and still returned, so that references to it are found.
    mutating func identifier(_ value: JSONValue?) -> String? {
        guard let value = string(value) else { return nil }
        let text = value.text
        if !Self.isIdentifier(text) { report(.badIdentifier, at: value, text) }
        return text
    }

    static func isIdentifier(_ text: String) -> Bool {
        let bytes = text.utf8
        guard let first = bytes.first, first != UInt8(ascii: "-"), bytes.count <= 64 else { return false }
        return bytes.allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                || $0 == UInt8(ascii: "-")
        }
    }

    /// Words for people: at most 10,000 bytes, without control characters (U+0000 would be cut by libpq).
    mutating func words(_ value: JSONValue?, mayBeEmpty: Bool = true) -> String? {
        guard let value = string(value) else { return nil }
        let text = value.text
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A || $0 == 0x09 }
        if text.isEmpty && !mayBeEmpty || text.utf8.count > 10_000 || !isPlain { report(.badText, at: value) }
        return text
    }

    mutating func choice<Choice: RawRepresentable & CaseIterable>(_ value: JSONValue?, _ type: Choice.Type) -> Choice?
    where Choice.RawValue == String {
        guard let value = string(value) else { return nil }
        if let choice = Choice(rawValue: value.text) { return choice }
        report(.badChoice, at: value, Choice.allCases.map(\.rawValue).joined(separator: " | "))
        return nil
    }
}
