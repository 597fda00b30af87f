/// A supplier's bank account as money is paid to it.
public struct BankAccount: Equatable, Sendable {
    /// Name of the account (账户名).
    public let holder: String
    /// Bank and branch (开户行).
    public let bank: String
    /// Digits; where masked, `*` for all but the last four.
    public let number: String

    /// Takes all as given.
    public init(holder: String, bank: String, number: String) {
        self.holder = holder
        self.bank = bank
        self.number = number
    }

    /// The same with a number that shows only its last four digits.
    public var masked: BankAccount {
        let hidden = String(repeating: "*", count: max(0, number.count - 4))
        return BankAccount(holder: holder, bank: bank, number: hidden + number.suffix(4))
    }

    /// The digits of a number as people write it, with spaces and hyphens between them, full-width or not; nil for
    /// anything else. How many there may be is the database's to say.
    static func digits(_ text: String) -> String? {
        var digits = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9": digits.unicodeScalars.append(scalar)
            case "\u{ff10}"..."\u{ff19}":
                digits.append(String(scalar.value - 0xff10))
            case " ", "-", "\u{3000}", "\u{ff0d}": continue
            default: return nil
            }
        }
        return digits
    }
}
