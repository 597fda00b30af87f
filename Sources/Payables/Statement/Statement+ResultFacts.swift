internal import Contracts

extension Statement {
    /// Facts that hold the results which decide on an installment, by position: its assessment's and its parts'.
    public func resultFacts(of installment: String) -> Set<Int> {
        guard let assessment = terms.installments.first(where: { $0.id == installment })?.assessedBy else { return [] }
        var found: Set<Int> = []
        var open = [assessment]
        while let position = open.popLast() {
            if let fact = outcomes[position]?.fact { found.insert(fact) }
            open += terms.assessments[position].parts.map(\.assessment)
        }
        return found
    }
}
