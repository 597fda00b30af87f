internal import Contracts
internal import JSON
internal import Payables
internal import Values

/// One contract's state as an OCDS 1.1 release. No figure is computed here: amounts are the statement's and the facts'.
struct OCDSRelease {
    let contract: OCDSContract
    let ocid: String

    /// The release as a member of a package; as a record's `compiledRelease` it is tagged so.
    func content(isCompiled: Bool) -> JSONContent {
        let terms = contract.terms
        return .object([
            "ocid": .text(ocid), "id": .text(isCompiled ? id + "-compiled" : id), "date": .text(date),
            "tag": .texts(isCompiled ? ["compiled"] : tags), "initiationType": .text("tender"),
            "language": .text("zh"), "parties": .list(parties), "buyer": reference(contract.buyer),
            "planning": contract.budget.map { .object(["budget": $0.content]) },
            "tender": .object([
                "id": .text(ocid), "title": .text(terms.title), "status": .text("complete"),
                "procuringEntity": reference(contract.buyer),
            ]),
            "awards": .list([award]), "contracts": .list([signedContract]),
        ])
    }

    /// The same for the same state: the day, and how many facts were known.
    private var id: String { "\(ocid)-\(contract.dossier.asOf)-\(contract.dossier.facts.count)" }

    /// When the last fact was recorded; where that is not known, the day of the statement.
    var date: String {
        let last = contract.dossier.facts.compactMap(\.recordedAt).max()
        return last?.description ?? "\(contract.dossier.asOf)T00:00:00+08:00"
    }

    /// By the closed codelist releaseTag.
    var tags: [String] {
        let isPaid = !contract.standing.ledgers.allSatisfy(\.payments.isEmpty)
        let isAmended = contract.standing.termsFact != nil
        let isTerminated = contract.standing.termination != nil
        var tags = [isPaid || isAmended || isTerminated ? "contractUpdate" : "contract"]
        if isAmended { tags.append("contractAmendment") }
        if isTerminated { tags.append("contractTermination") }
        if isPaid { tags.append("implementation") }
        return tags
    }

    private var parties: [JSONContent] {
        let buyer = contract.buyer.content(["buyer", "procuringEntity", "payer"], details: nil)
        let scale = contract.supplierScale.map { JSONContent.object(["scale": .text($0.rawValue)]) }
        return [buyer, contract.supplier.content(["supplier", "payee"], details: scale)]
    }

    func reference(_ organization: OCDSOrganization) -> JSONContent {
        .object(["id": .text(organization.id), "name": .text(organization.name)])
    }
}

extension OCDSOrganization {
    fileprivate func content(_ roles: [String], details: JSONContent?) -> JSONContent {
        let identifier = identifier.map {
            JSONContent.object(["scheme": .text($0.scheme), "id": .text($0.id), "legalName": .text(name)])
        }
        return .object([
            "id": .text(id), "name": .text(name), "identifier": identifier, "roles": .texts(roles), "details": details,
        ])
    }
}

extension OCDSBudget {
    fileprivate var content: JSONContent {
        .object([
            "id": id.map { .text($0) }, "description": description.map { .text($0) },
            "amount": amount.map { .value($0) }, "project": project.map { .text($0) },
            "projectID": projectID.map { .text($0) },
        ])
    }
}
