import HTTPTypes
import Operations

@testable import API
@testable import Serving

/// One call of the table: a request that is right for whoever may make it, and what everybody is answered.
struct MatrixRow: Sendable {
    let method: String
    /// As the route has it.
    let path: String
    /// Which of the route's cases it is: a kind of fact, a decision at a step; empty where there is one.
    var variant = ""
    /// The status for whoever may.
    let success: Int
    /// The status for a stranger with all roles: 404 for whatever is another department's.
    var stranger = 404
    /// Who may, where the route alone does not say it.
    var allowed: Allowed?
    /// Makes the request, with whatever it needs to be accepted once.
    let make: @Sendable (Office) async throws -> MatrixRequest

    enum Allowed: Sendable {
        case anybody
        case permission(Permission)
        case roles(Set<Role>)
        case everybodyKnown
    }

    var route: Route? { Route.all.first { $0.method.rawValue == method && $0.path.text == path } }

    /// For the table.
    var title: String { "\(method) \(path)" + (variant.isEmpty ? "" : " · \(variant)") }

    /// The status that somebody is to be answered with.
    func expected(_ person: MatrixPerson) -> Int {
        let allowed = self.allowed ?? route?.access.allowed ?? .roles([])
        if case .anybody = allowed { return person == .nobody && route?.access != .anybody ? 401 : success }
        guard person.isKnown else { return 401 }
        guard case .role(let role) = person else { return stranger }
        let may =
            switch allowed {
            case .anybody, .everybodyKnown: true
            case .permission(let permission): role.permissions.contains(permission)
            case .roles(let roles): roles.contains(role)
            }
        return may ? success : 403
    }
}

/// A request of a row.
struct MatrixRequest: Sendable {
    let target: String
    var json: String?
    var bytes: [UInt8]?
    var fields: [String: String] = [:]

    init(_ target: String, bytes: [UInt8], _ fields: [String: String]) {
        self.target = target
        self.bytes = bytes
        self.fields = fields
    }

    init(_ target: String, _ json: String? = nil, _ fields: [String: String] = [:]) {
        self.target = target
        self.json = json
        self.fields = fields
    }
}

extension Route.Access {
    fileprivate var allowed: MatrixRow.Allowed {
        switch self {
        case .anybody: .anybody
        case .signedIn: .everybodyKnown
        case .permission(let permission): .permission(permission)
        }
    }
}
