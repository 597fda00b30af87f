internal import Audit
internal import Values

/// Where a systematic selection starts, from a seed, so that anybody with `sha256sum` gets the same: block n is the
/// SHA-256 of the text `tranche-sample/1`, a newline, the seed, a newline, and n in decimal digits. Its first 16
/// hexadecimal digits are a number x. With n from 0 on the first x below ⌊2⁶⁴ ÷ bound⌋ × bound is taken (the others
/// would favour small starts), and the start is x mod bound.
enum SeededStart {
    /// A number from 0 to below the bound, which is above 0; every one is as likely.
    static func start(seed: String, below bound: UInt64) -> UInt64 {
        // 2^64 mod bound: what is cut off above.
        let cut = (UInt64.max % bound + 1) % bound
        var block = 0
        while true {
            let number = number(of: block, seed)
            if number <= UInt64.max - cut { return number % bound }
            block += 1
        }
    }

    private static func number(of block: Int, _ seed: String) -> UInt64 {
        var output = TextOutput()
        output.write("tranche-sample/1\n")
        output.write(text: seed)
        output.write("\n")
        output.write(block)
        return ContentHash(of: output.bytes).bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
