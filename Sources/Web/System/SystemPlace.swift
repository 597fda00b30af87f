internal import HTML
internal import HTTPTypes
internal import Operations
internal import Serving

/// The pages for administrators, as the tabs above them list them.
enum SystemPlace: CaseIterable {
    case overview, users, departments, calendar, tokens, key

    var path: String {
        switch self {
        case .overview: "/system"
        case .users: "/system/users"
        case .departments: "/system/departments"
        case .calendar: "/system/calendar"
        case .tokens: "/system/tokens"
        case .key: "/system/key"
        }
    }

    var access: WebPage.Access {
        switch self {
        case .overview: .permissions([.manageAccounts, .manageTokens, .manageCalendars])
        case .users, .departments: .permissions([.manageAccounts])
        case .tokens: .permissions([.manageTokens])
        // Whoever counts working days or compares a fingerprint may look.
        case .calendar, .key: .signedIn
        }
    }
}

/// A page for administrators: its heading, the tabs where there are several, what it says.
func systemPage(
    _ visit: Visit, _ place: SystemPlace, title: String? = nil, status: HTTPResponse.Status = .ok,
    @Content _ content: () -> Node
) -> Answer {
    let words = visit.words
    let heading = title ?? (place == .overview ? words.name(of: .system) : words.system.name(of: place))
    let open = SystemPlace.allCases.filter { place in visit.actor.map(place.access.admits) ?? false }
    return visit.page(heading, .system, status: status) {
        element("h1") { heading }
        tabs(words.system.tabs, open.map { ($0.path, words.system.name(of: $0)) }, current: place.path)
        content()
    }
}

extension FilledForm {
    /// The status of the page that shows the form.
    var status: HTTPResponse.Status { isFaulty ? .unprocessableContent : .ok }
}

/// A step that cannot be taken back is asked for once: what will happen, and the button that does it.
struct AskedOnce {
    let title: String
    let effect: String
    let button: String
    /// Where the form is sent to, and where nothing happens.
    let action: String
    let back: String
    /// Whether something ends for good, or for somebody.
    var isDangerous = true

    func node(_ form: FilledForm = FilledForm([]), in words: Words) -> Node {
        group {
            element("p", .class("warning")) { effect }
            form.node(action: action, in: words) {
                element("button", .class(isDangerous ? "danger" : "primary")) { button }
                element("a", .href(back)) { words.back }
            }
        }
    }
}
