internal import HTTPTypes

/// Finds the route of a request.
struct RouteTable: Sendable {
    /// What is known of a path: its routes by method, and the values of its parameters.
    struct Place: Sendable {
        let resource: Resource
        let values: [String]
    }

    /// All routes of one path.
    struct Resource: Sendable {
        let path: PathTemplate
        var endpoints: [HTTPRequest.Method: Endpoint] = [:]

        /// For the field Allow.
        var allowed: String {
            var methods = Set(endpoints.keys.map(\.rawValue))
            if methods.contains("GET") { methods.insert("HEAD") }
            return methods.sorted().joined(separator: ", ")
        }

        /// HEAD is answered by GET.
        func endpoint(_ method: HTTPRequest.Method) -> Endpoint? { endpoints[method == .head ? .get : method] }
    }

    /// A route with what is counted for it.
    struct Endpoint: Sendable {
        let route: Route
        let metrics: RouteMetrics
    }

    /// Paths without parameters, as they are written: most calls are found by one look.
    private let exact: [String: Resource]
    private let resources: [Resource]

    init(_ routes: [Route], metrics: HTTPMetrics) {
        var resources: [String: Resource] = [:]
        for route in routes {
            resources[route.path.text, default: Resource(path: route.path)].endpoints[route.method] = Endpoint(
                route: route, metrics: metrics.metrics(of: route))
        }
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
}
