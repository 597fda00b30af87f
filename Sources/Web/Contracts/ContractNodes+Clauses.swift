internal import Documents
internal import HTML

extension ContractNodes {
    /// The terms in force in words, clause by clause; reasons of figures lead here.
    var clauses: Node {
        group {
            for section in terms.clauses(in: words.language) {
                element("section", .class("block"), .id(ContractView.anchor(of: section.pointer))) {
                    element("h2") { section.title }
                    element("dl", .class("facts clauses")) {
                        for clause in section.clauses {
                            element("dt", .id(ContractView.anchor(of: clause.pointer))) { clause.title }
                            element("dd") { clause.text }
                        }
                    }
                }
            }
        }
    }
}
