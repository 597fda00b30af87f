internal import HTML
internal import HTTPTypes
internal import Operations
internal import Serving

/// The pages for auditors, as the tabs above them list them.
enum AuditPlace: CaseIterable {
    case overview, journal, checkpoints, reports, bundle, check, accessLog

    var path: String {
        switch self {
        case .overview: "/audit"
        case .journal: "/audit/journal"
        case .checkpoints: "/audit/checkpoints"
        case .reports: "/audit/reports"
        case .bundle: "/audit/bundle"
        case .check: "/audit/check"
        case .accessLog: "/audit/access"
        }
    }

    /// Who finds it; whoever may read contracts may check them.
    var access: WebPage.Access {
        switch self {
        case .overview: .permissions([.readContracts, .exportEvidence, .verifyJournals, .readAccessLog])
        case .journal, .checkpoints, .reports, .check: .permissions([.readContracts])
        case .bundle: .permissions([.exportEvidence])
        case .accessLog: .permissions([.readAccessLog])
        }
    }

    static func open(to visit: Visit) -> [AuditPlace] {
        allCases.filter { place in visit.actor.map(place.access.admits) ?? false }
    }
}

/// A page for auditors: its heading, the tabs, what it says.
func auditPage(
    _ visit: Visit, _ place: AuditPlace, title: String? = nil, isFaulty: Bool = false, @Content _ content: () -> Node
) -> Answer {
    let words = visit.words
    let heading = title ?? (place == .overview ? words.name(of: .audit) : words.audit.name(of: place))
    return visit.page(heading, .audit, status: isFaulty ? .unprocessableContent : .ok) {
        element("h1") { heading }
        tabs(
            words.audit.tabs, AuditPlace.open(to: visit).map { ($0.path, words.audit.name(of: $0)) },
            current: place.path)
        content()
    }
}

/// Links to the pages of a set; the current one is marked.
func tabs(_ label: String, _ places: [(path: String, name: String)], current: String) -> Node {
    element("nav", .aria("label", label)) {
        element("ul", .class("tabs")) {
            for place in places {
                element("li") {
                    element("a", .href(place.path), place.path == current ? .aria("current", "page") : nil) {
                        place.name
                    }
                }
            }
        }
    }
}
