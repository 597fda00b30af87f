extension Money {
    /// 人民币大写 as payment forms write it: 人民币柒拾壹万捌仟捌佰捌拾元整. Where 正确填写票据和结算凭证的基本规定
    /// (支付结算办法, appendix 1) leaves a choice, as its examples do first: 零 between 元 and 角 where the yuan end in 0,
    /// none before 仟, 整 behind 元 only. A negative amount begins with 人民币负.
    public var inCapitals: String {
        let magnitude = fen.magnitude
        let (yuan, jiao, cents) = (magnitude / 100, Int(magnitude / 10 % 10), Int(magnitude % 10))
        var text = fen < 0 ? "人民币负" : "人民币"
        if yuan > 0 || magnitude == 0 { text += Self.capitals(of: yuan) + "元" }
        if jiao == 0, cents == 0 { return text + "整" }
        if yuan > 0, jiao == 0 || yuan % 10 == 0 { text += Self.digits[0] }
        if jiao > 0 { text += Self.digits[jiao] + "角" }
        return cents > 0 ? text + Self.digits[cents] + "分" : text
    }

    private static let digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]

    /// A whole number in groups of four: 亿 above, then 万, then units; gaps between digits are read as one 零.
    private static func capitals(of number: UInt64) -> String {
        if number == 0 { return digits[0] }
        for (unit, name) in [(UInt64(100_000_000), "亿"), (10_000, "万")] where number >= unit {
            let (high, low) = number.quotientAndRemainder(dividingBy: unit)
            let gap = low > 0 && low < unit / 10 ? digits[0] : ""
            return capitals(of: high) + name + (low > 0 ? gap + capitals(of: low) : "")
        }
        var text = ""
        var isGap = false
        for (unit, name) in [(UInt64(1000), "仟"), (100, "佰"), (10, "拾"), (1, "")] {
            let digit = Int(number / unit % 10)
            if digit == 0 {
                isGap = !text.isEmpty
                continue
            }
            text += (isGap ? digits[0] : "") + digits[digit] + name
            isGap = false
        }
        return text
    }
}
