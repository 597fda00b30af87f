internal import HTTPTypes

/// Finds the endpoint of a request among those of all doors.
struct RouteTable: Sendable {
    /// What is known of a path: its endpoints by method, and the values of its parameters.
    struct Place: Sendable {
        let resource: Resource
        let values: [String]
    }

    /// All calls of one path.
    struct Resource: Sendable {
        let path: PathTemplate
        let door: Door
        var calls: [HTTPRequest.Method: CountedEndpoint] = [:]

        /// For the field Allow.
        var allowed: String {
            var methods = Set(calls.keys.map(\.rawValue))
            if methods.contains("GET") { methods.insert("HEAD") }
            return methods.sorted().joined(separator: ", ")
        }

        /// HEAD is answered by GET.
        func call(_ method: HTTPRequest.Method) -> CountedEndpoint? { calls[method == .head ? .get : method] }
    }

    /// An endpoint with what is counted for it.
    struct CountedEndpoint: Sendable {
        let endpoint: Endpoint
        let metrics: RouteMetrics
    }

    private let doors: [Door]
    /// Paths without parameters, as they are written: most calls are found by one look.
    private let exact: [String: Resource]
    private let resources: [Resource]

    init(_ doors: [Door], metrics: HTTPMetrics) {
        var resources: [String: Resource] = [:]
        for door in doors {
            for endpoint in door.endpoints {
                let path = endpoint.path
                resources[path.text, default: Resource(path: path, door: door)].calls[endpoint.method] =
                    CountedEndpoint(endpoint: endpoint, metrics: metrics.metrics(of: endpoint))
            }
        }
        self.doors = doors
        exact = resources.filter { $0.value.path.parameters.isEmpty }
        // A literal segment goes before a parameter: `/sessions/current` before `/sessions/{id}`.
        self.resources = resources.values.sorted { left, right in
            (left.path.parameters.count, left.path.text) < (right.path.parameters.count, right.path.text)
        }
    }

    /// Nil where there is nothing of that path.
    func find(_ path: String) -> Place? {
        if let resource = exact[path] { return Place(resource: resource, values: []) }
        guard let segments = PathTemplate.segments(of: path) else { return nil }
        for resource in resources {
            if let values = resource.path.match(segments) { return Place(resource: resource, values: values) }
        }
        return nil
    }

    /// Who says that there is nothing of that path.
    func door(owning path: String) -> Door? { doors.first { $0.owns(path) } ?? doors.first }
}
