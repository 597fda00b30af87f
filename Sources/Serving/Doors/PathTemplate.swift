/// A path with names in braces for whole segments: `/api/v1/tokens/{id}`.
package struct PathTemplate: Sendable, ExpressibleByStringLiteral {
    package let text: String
    package let segments: [Segment]

    /// What stands between two slashes.
    package enum Segment: Equatable, Sendable {
        case literal(String)
        case parameter(String)
    }

    package init(stringLiteral text: String) {
        self.text = text
        segments = text.split(separator: "/").map { segment in
            segment.hasPrefix("{") ? .parameter(String(segment.dropFirst().dropLast())) : .literal(String(segment))
        }
    }

    /// The names in braces, in their order.
    package var parameters: [String] {
        segments.compactMap { if case .parameter(let name) = $0 { name } else { nil } }
    }

    /// The segments of a path, decoded one by one, so that an escaped slash belongs to its segment; nil where an escape
    /// is broken.
    package static func segments(of path: String) -> [String]? {
        var segments: [String] = []
        for segment in path.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            guard let decoded = percentDecoded(segment) else { return nil }
            segments.append(decoded)
        }
        return segments
    }
}
