public import Contracts
public import Payables
public import Values

/// What is published of one contract: the state that a statement shows, and what the terms do not say.
public struct OCDSContract: Sendable {
    /// Terms, facts and every figure, as at its day.
    public var statement: Statement
    public var buyer: OCDSOrganization
    public var supplier: OCDSOrganization
    /// Nil where the supplier's size is not known.
    public var supplierScale: OCDSScale?
    public var budget: OCDSBudget?
    /// What is known of the documents that facts refer to, by the name that the facts give: usually a hash.
    public var documents: [String: OCDSDocument] = [:]

    /// A contract whose parties are known only by the names in its terms, which then are their ids.
    public init(_ statement: Statement) {
        self.statement = statement
        buyer = OCDSOrganization(id: statement.terms.buyer, name: statement.terms.buyer)
        supplier = OCDSOrganization(id: statement.terms.supplier, name: statement.terms.supplier)
    }

    var dossier: Dossier { statement.dossier }
    var terms: Contract { statement.terms }
    var standing: Standing { dossier.standing }

    /// Whether a fact had happened by the statement's day and is not voided.
    func counts(_ position: Int) -> Bool {
        dossier.facts[position].on <= dossier.asOf && !standing.voided.contains(position)
    }
}

/// A party of a contract.
public struct OCDSOrganization: Sendable {
    /// The same for one organisation in all releases of a publisher.
    public var id: String
    public var name: String
    /// The register by its code of org-id.guide, such as `CN-SAIC`, and the entry in it (统一社会信用代码).
    public var identifier: (scheme: String, id: String)?

    /// An organisation without an entry in a register.
    public init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}

/// A supplier's size by the codes of the OCDS extension partyScale.
public enum OCDSScale: String, Sendable {
    case micro
    /// 小型 and 中型 of 中小企业划型标准规定 together.
    case sme
    case large

    /// The code for a scale; nil where it is not known.
    public init?(_ scale: SupplierScale) {
        switch scale {
        case .micro: self = .micro
        case .small, .medium: self = .sme
        case .large: self = .large
        case .unknown: return nil
        }
    }
}

/// The budget that pays (预算).
public struct OCDSBudget: Sendable {
    /// The budget line's number; nil where there is none.
    public var id: String?
    public var description: String?
    public var amount: Money?
    /// The project's name and number (预算项目).
    public var project: String?
    public var projectID: String?

    /// A budget of which nothing is known yet.
    public init() {}
}

/// A document that facts refer to.
public struct OCDSDocument: Sendable {
    public var title: String?
    /// The media type.
    public var format: String?
    /// Where the public can read it; nil where it cannot.
    public var url: String?

    /// A document of which only the hash is known.
    public init() {}
}
