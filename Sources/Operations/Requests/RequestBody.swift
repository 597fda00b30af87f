internal import Contracts
internal import JSON
internal import Requests
internal import Values

/// What people send about payment requests, read with all that is wrong with it.
enum RequestBody {
    struct Raise {
        let installment: String
        let amount: Money?
    }

    struct Payment {
        let amount: Money
        let on: CalendarDay
        let voucher: String
        let fundSource: String
    }

    struct Return {
        let amount: Money
        let on: CalendarDay
        let reason: String
    }

    static func raise(_ body: [UInt8]) throws(Problems) -> Raise {
        try BodyReader.read(body, ["installment", "amount"]) { reader in
            let amount = reader.money("amount", isRequired: false)
            return Raise(installment: reader.text("installment"), amount: amount)
        }
    }

    /// `{"decision": "approve" | "reject" | "withdraw" | "reconfirm", "reason"?}`; a rejection needs its reason.
    static func decision(_ body: [UInt8]) throws(Problems) -> Decision {
        try BodyReader.read(body, ["decision", "reason"]) { reader in
            switch reader.choice("decision", ["approve", "reject", "withdraw", "reconfirm"]) {
            case "reject": return .reject(reason: reader.text("reason"))
            case "withdraw": return .withdraw(reason: reader.textIfAny("reason"))
            case "reconfirm":
                reader.refuse("reason")
                return .reconfirm
            default:
                reader.refuse("reason")
                return .approve
            }
        }
    }

    static func payment(_ body: [UInt8]) throws(Problems) -> Payment {
        try BodyReader.read(body, ["amount", "on", "voucher", "fundSource"]) { reader in
            Payment(
                amount: reader.money("amount") ?? .zero, on: reader.day("on"), voucher: reader.text("voucher"),
                fundSource: reader.text("fundSource"))
        }
    }

    static func returned(_ body: [UInt8]) throws(Problems) -> Return {
        try BodyReader.read(body, ["amount", "on", "reason"]) { reader in
            Return(amount: reader.money("amount") ?? .zero, on: reader.day("on"), reason: reader.text("reason"))
        }
    }
}
