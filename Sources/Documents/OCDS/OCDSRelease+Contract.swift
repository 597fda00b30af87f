internal import Contracts
internal import JSON
internal import Payables
internal import Values

extension OCDSRelease {
    private static let awardID = "award"

    /// The price as first signed.
    var award: JSONContent {
        let signed = contract.dossier.contract
        return .object([
            "id": .text(Self.awardID), "title": .text(signed.title), "status": .text("active"),
            "value": .value(signed.price), "suppliers": .list([reference(contract.supplier)]),
            "contractPeriod": period(of: signed),
        ])
    }

    /// The terms in force, and what became of them.
    var signedContract: JSONContent {
        let terms = contract.terms
        return .object([
            "id": .text(terms.number), "awardID": .text(Self.awardID), "title": .text(terms.title),
            "status": .text(status), "period": period(of: terms), "value": .value(terms.price),
            "dateSigned": .start(of: terms.signedOn),
            "items": .list([.object(["id": .text("1"), "description": .text(terms.title)])]),
            "milestones": .list(orNil: contract.statement.installments.indices.map(installmentMilestone)),
            "amendments": .list(orNil: amendments), "documents": .list(orNil: documents(ofTerms: true)),
            "deductions": .object([
                "deducted": .value(contract.statement.deducted), "claim": .value(contract.statement.claim),
                "waived": .value(contract.statement.waived),
            ]), "implementation": implementation,
        ])
    }

    /// By the closed codelist contractStatus; `terminated` is also what has come to its end.
    private var status: String {
        if contract.terms.signedOn > contract.dossier.asOf { return "pending" }
        return contract.standing.termination != nil || contract.statement.next == nil ? "terminated" : "active"
    }

    private func period(of terms: Contract) -> JSONContent? {
        guard let start = terms.years.first?.period.from ?? terms.term?.from, let end = terms.endsOn else { return nil }
        return .object(["startDate": .start(of: start), "endDate": .end(of: end)])
    }

    /// Supplementary agreements (补充协议), those that were voided left out.
    private var amendments: [JSONContent] {
        contract.dossier.facts.enumerated().compactMap { position, fact in
            guard case .amended(let terms) = fact.kind, contract.counts(position) else { return nil }
            return .object([
                "id": .text(fact.id), "date": .start(of: fact.on),
                "rationale": .text(fact.note ?? "补充协议 / supplementary agreement"),
                "description": .text("合同价 / contract price: \(terms.price) CNY"),
            ])
        }
    }

    /// The documents that facts refer to: of the terms (signing and amendments), or of what was done.
    func documents(ofTerms: Bool) -> [JSONContent] {
        var seen: Set<[UInt8]> = []
        return contract.dossier.facts.enumerated().compactMap { position, fact in
            guard let name = fact.document, contract.counts(position), fact.kind.isAboutTerms == ofTerms,
                seen.insert(Array(name.utf8)).inserted
            else { return nil }
            let known = contract.documents[name]
            return .object([
                "id": .text(name), "title": .text(known?.title ?? name), "format": known?.format.map { .text($0) },
                "url": known?.url.map { .text($0) }, "description": .text(fact.kind.name.rawValue),
            ])
        }
    }
}

extension Fact.Kind {
    fileprivate var isAboutTerms: Bool {
        switch self {
        case .amended, .event("signed", _): true
        default: false
        }
    }
}
