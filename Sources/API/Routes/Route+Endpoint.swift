internal import HTTPTypes
internal import Operations
public import Serving

/// The JSON interface (api.md, section 3) as a door of the server.
public enum API {
    /// All of it.
    public static let door = door(Route.all)

    static func door(_ routes: [Route]) -> Door {
        Door(
            endpoints: routes.map(\.endpoint), owns: { _ in true },
            language: { Negotiation.language($0[.acceptLanguage]) }, refuse: { .problem($0) })
    }
}

extension Route {
    /// The call as the server needs it.
    var endpoint: Endpoint {
        Endpoint(
            method: method, path: path, isForAnybody: access == .anybody,
            queryNames: Set(parameters.filter { $0.place == .query }.map(\.name)), body: body.wanted,
            mediaType: mediaType, handler: handler)
    }

    /// The media type of what it answers; nil where it answers nothing.
    private var mediaType: String? {
        switch answers.first?.content {
        case .json: "application/json"
        case .text(let mediaType): mediaType
        case .files, nil: nil
        }
    }
}

extension Route.Body {
    fileprivate var wanted: Endpoint.Body {
        switch self {
        case .none: .none
        case .json: .whole(types: ["application/json"], most: nil)
        case .stream(let types, let most): .stream(types: types, most: most)
        }
    }
}
