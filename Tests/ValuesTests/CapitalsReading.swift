import Values

/// 人民币大写 written another way than ours: digit by digit over a row of named places, a 零 being owed wherever a 0 was
/// passed since the last name of a group (亿, 万, 元).
enum CapitalsReading {
    private static let digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]
    /// From 分 upward; the largest amount has 19 digits.
    private static let places = [
        "分", "角", "元", "拾", "佰", "仟", "万", "拾", "佰", "仟", "亿", "拾", "佰", "仟", "万", "拾", "佰", "仟", "亿",
    ]

    static func text(of fen: Int64) -> String {
        var rest = fen.magnitude
        var row: [Int] = []
        while rest > 0 {
            row.append(Int(rest % 10))
            rest /= 10
        }
        guard !row.isEmpty else { return "人民币零元整" }
        var text = fen < 0 ? "人民币负" : "人民币"
        var owesZero = false
        var isGroupEmpty = true
        for place in row.indices.reversed() {
            let digit = row[place]
            if digit > 0 {
                if owesZero { text += "零" }
                text += digits[digit]
                isGroupEmpty = false
                owesZero = false
            } else {
                owesZero = true
            }
            switch place {
            case 0, 1: if digit > 0 { text += places[place] }
            // A group is named where it has a digit; 元 always, and 亿 also for the 万亿 above it.
            case 2, 6, 10, 14, 18:
                let isNamed = !isGroupEmpty || place == 2 || place == 10 && row.count > 14
                guard isNamed else { continue }
                text += places[place]
                isGroupEmpty = true
                // The regulation's examples: 零 behind 元 where it stands for the 0 of the yuan.
                owesZero = place == 2 && digit == 0
            default: if digit > 0 { text += places[place] }
            }
        }
        return fen.magnitude % 100 == 0 ? text + "整" : text
    }
}
