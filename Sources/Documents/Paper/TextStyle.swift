/// How a text looks. Sizes are points.
struct TextStyle: Equatable, Sendable {
    var size = 9.0
    var isBold = false
    var alignment = Alignment.left
    /// Set smaller rather than broken: an amount on two lines is read as two.
    var isWhole = false

    enum Alignment: Sendable { case left, center, right }

    /// 宋体 as official forms are printed in, from fonts-noto-cjk.
    static let family = "Noto Serif CJK SC"

    static let title = TextStyle(size: 18, isBold: true, alignment: .center)
    static let heading = TextStyle(size: 9.5, isBold: true)
    static let label = TextStyle(isBold: true, alignment: .center)
    static let body = TextStyle()
    /// The running text of a letter.
    static let letter = TextStyle(size: 10.5)
    static let number = TextStyle(alignment: .center)
    static let amount = TextStyle(alignment: .right, isWhole: true)
    static let total = TextStyle(isBold: true, alignment: .right, isWhole: true)
    static let small = TextStyle(size: 7.5)
}
