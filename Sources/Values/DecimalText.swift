/// A read-only view of UTF-8 bytes, valid only inside of the call that hands it out.
public typealias Bytes = UnsafeBufferPointer<UInt8>

/// Why a text is no decimal number of the wanted form (payable.md, section 1).
public enum DecimalTextError: Error, Equatable, Sendable {
    /// Not digits, optionally a sign, a point and more digits.
    case malformed
    /// More decimal places than the kind of number has.
    case tooManyPlaces
    /// Does not fit 64 bits.
    case overflow
}

/// Reads decimal strings such as "718880.00" into whole numbers of the smallest unit.
public enum DecimalText {
    /// The number in units of `10^-places`: "1.5" with six places gives 1,500,000.
    public static func parse(_ text: Bytes, places: Int) throws(DecimalTextError) -> Int64 {
        var index = 0
        let isNegative = text.first == UInt8(ascii: "-")
        if isNegative { index = 1 }
        var value: Int64 = 0
        var overflowed = false
        var digits = 0
        var placesSeen: Int?
        while index < text.count {
            let byte = text[index]
            index += 1
            if byte == UInt8(ascii: "."), placesSeen == nil, digits > 0 {
                placesSeen = 0
                continue
            }
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { throw .malformed }
            digits += 1
            if let seen = placesSeen { placesSeen = seen + 1 }
            append(Int64(byte - UInt8(ascii: "0")), to: &value, isNegative: isNegative, &overflowed)
        }
        guard digits > 0, placesSeen != 0 else { throw .malformed }
        guard (placesSeen ?? 0) <= places else { throw .tooManyPlaces }
        for _ in (placesSeen ?? 0)..<places { append(0, to: &value, isNegative: isNegative, &overflowed) }
        if overflowed { throw .overflow }
        return value
    }

    @inline(__always)
    private static func append(_ digit: Int64, to value: inout Int64, isNegative: Bool, _ overflowed: inout Bool) {
        let (product, tooLarge) = value.multipliedReportingOverflow(by: 10)
        let (sum, alsoTooLarge) =
            isNegative ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
        overflowed = overflowed || tooLarge || alsoTooLarge
        value = sum
    }
}
