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

    /// Paths as a tree of their segments, so that a path is found in as many steps as it has segments.
    private struct Branch: Sendable {
        var resource: Resource?
        var literals: [String: Branch] = [:]
        /// One where a parameter may stand here, else none.
        var parameter: [Branch] = []

        mutating func add(_ resource: Resource, _ segments: ArraySlice<PathTemplate.Segment>) {
            guard let segment = segments.first else {
                self.resource = resource
                return
            }
            switch segment {
            case .literal(let word): literals[word, default: Branch()].add(resource, segments.dropFirst())
            case .parameter:
                if parameter.isEmpty { parameter = [Branch()] }
                parameter[0].add(resource, segments.dropFirst())
            }
        }

        /// A literal segment goes before a parameter: `/sessions/current` before `/sessions/{id}`.
        func find(_ path: ArraySlice<String>, _ values: inout [String]) -> Resource? {
            guard let segment = path.first else { return resource }
            if let found = literals[segment]?.find(path.dropFirst(), &values) { return found }
            guard !segment.isEmpty, let branch = parameter.first else { return nil }
            values.append(segment)
            if let found = branch.find(path.dropFirst(), &values) { return found }
            values.removeLast()
            return nil
        }
    }

    private let doors: [Door]
    /// Paths without parameters, as they are written: most calls are found by one look.
    private let exact: [String: Resource]
    private let tree: Branch

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
        var tree = Branch()
        for resource in resources.values { tree.add(resource, resource.path.segments[...]) }
        self.tree = tree
    }

    /// Nil where there is nothing of that path.
    func find(_ path: String) -> Place? {
        if let resource = exact[path] { return Place(resource: resource, values: []) }
        guard let segments = PathTemplate.segments(of: path) else { return nil }
        var values: [String] = []
        return tree.find(segments[...], &values).map { Place(resource: $0, values: values) }
    }

    /// Who says that there is nothing of that path.
    func door(owning path: String) -> Door? { doors.first { $0.owns(path) } ?? doors.first }
}
