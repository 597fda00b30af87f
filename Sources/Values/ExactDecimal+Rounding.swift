extension ExactDecimal {
    /// `left × right ÷ 10^power`, rounded half away from zero to a whole number of 64 bits.
    /// The product is never cut short: it may need 256 bits on the way.
    public static func rounded(
        _ left: Int128, times right: Int128, dividedByTenToThe power: Int
    ) throws(Overflow) -> Int64 {
        if let narrowLeft = Int64(exactly: left), let narrowRight = Int64(exactly: right) {
            return try rounded(narrowLeft, times: narrowRight, dividedByTenToThe: power)
        }
        let divisor = UInt128(powersOfTen[power])
        let product = left.magnitude.multipliedFullWidth(by: right.magnitude)
        guard product.high < divisor else { throw Overflow() }
        let (quotient, remainder) = divisor.dividingFullWidth(product)
        let roundsUp = remainder >= divisor - remainder
        let (magnitude, overflow) = quotient.addingReportingOverflow(roundsUp ? 1 : 0)
        guard !overflow else { throw Overflow() }
        return try signed(magnitude, isNegative: (left < 0) != (right < 0))
    }

    /// The same for 64-bit factors, which is what nearly every contract needs.
    public static func rounded(
        _ left: Int64, times right: Int64, dividedByTenToThe power: Int
    ) throws(Overflow) -> Int64 {
        let (product, overflow) = left.multipliedReportingOverflow(by: right)
        guard !overflow, power <= 18 else {
            let wide = Int128(left) * Int128(right)
            let divisor = powersOfTen[power]
            let (quotient, remainder) = wide.magnitude.quotientAndRemainder(dividingBy: divisor.magnitude)
            let roundsUp = remainder >= divisor.magnitude - remainder
            return try signed(quotient + (roundsUp ? 1 : 0), isNegative: wide < 0)
        }
        let divisor = Int64(powersOfTen[power])
        let (quotient, remainder) = product.quotientAndRemainder(dividingBy: divisor)
        if remainder >= 0 { return remainder >= divisor - remainder ? quotient + 1 : quotient }
        return -remainder >= divisor + remainder ? quotient - 1 : quotient
    }

    private static func signed(_ magnitude: UInt128, isNegative: Bool) throws(Overflow) -> Int64 {
        guard let value = Int128(exactly: magnitude), let narrow = Int64(exactly: isNegative ? -value : value) else {
            throw Overflow()
        }
        return narrow
    }
}
