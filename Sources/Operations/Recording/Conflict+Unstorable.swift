internal import Contracts

extension Conflict {
    /// Bytes that a number may have in the database's indices; buyers and suppliers may have three times as many.
    private static let longestNumber = 200

    /// What the calculation accepts but the database cannot keep apart by: overlong numbers and names.
    static func unstorable(_ dossier: Dossier) -> [Conflict] {
        var conflicts: [Conflict] = []
        func check(_ text: String?, _ pointer: String, _ limit: Int = longestNumber) {
            guard let text, text.utf8.count > limit else { return }
            conflicts.append(Conflict(pointer: pointer, code: .tooLong, detail: "≤ \(limit)"))
        }
        func check(_ terms: Contract, _ pointer: String) {
            check(terms.number, pointer + "/number")
            check(terms.buyer, pointer + "/buyer", 3 * longestNumber)
            check(terms.supplier, pointer + "/supplier", 3 * longestNumber)
        }
        check(dossier.contract, "/contract")
        for (position, fact) in dossier.facts.enumerated() {
            switch fact.kind {
            case .paid(_, _, let voucher, _): check(voucher, "/facts/\(position)/voucher")
            case .invoice(_, let number, _): check(number, "/facts/\(position)/number")
            case .amended(let terms): check(terms, "/facts/\(position)/contract")
            default: continue
            }
        }
        return conflicts
    }
}
