internal import Contracts
internal import Payables
public import Values

/// A contract as the head of a paper names it.
public struct ContractHead: Equatable, Sendable {
    public let number: String
    public let title: String
    public let buyer: String
    public let supplier: String
    public let signedOn: CalendarDay
    /// In force, with all amendments.
    public let price: Money
    /// As first signed.
    public let firstPrice: Money
    public let amendments: [Amendment]

    /// A supplementary agreement (补充协议) and the price since.
    public struct Amendment: Equatable, Sendable {
        public let on: CalendarDay
        public let price: Money
    }

    /// The contract on the day of a dossier.
    init(of dossier: Dossier) {
        let terms = dossier.standing.terms
        number = terms.number
        title = terms.title
        buyer = terms.buyer
        supplier = terms.supplier
        signedOn = terms.signedOn
        price = terms.price
        firstPrice = dossier.contract.price
        amendments = dossier.countingFacts.compactMap { fact in
            if case .amended(let contract) = fact.kind { Amendment(on: fact.on, price: contract.price) } else { nil }
        }
    }

    /// The price, and how it came to be where it was amended.
    func priceText(in language: Language) -> String {
        guard !amendments.isEmpty else { return price.grouped }
        let steps = amendments.map { amendment in
            language == .chinese
                ? "\(amendment.on) 补充协议 \(amendment.price.grouped)"
                : "\(amendment.on) amended to \(amendment.price.grouped)"
        }
        let first = language == .chinese ? "原合同价 " : "first "
        let text = ([first + firstPrice.grouped] + steps).joined(separator: language == .chinese ? "；" : "; ")
        return language == .chinese ? "\(price.grouped)（\(text)）" : "\(price.grouped) (\(text))"
    }
}

extension Dossier {
    /// The facts that count on its day.
    var countingFacts: [Fact] {
        facts.enumerated().filter { $1.on <= asOf && !standing.voided.contains($0) }.map(\.element)
    }
}
