internal import JSON
internal import Values

/// bundle.json, the first file: which format it is, how much of the log, and when it was written.
struct BundleHead: Equatable {
    static let format = "tranche-bundle/1"

    let scope: BundleScope
    let writtenAt: Instant
    /// The day in China for which payment histories are computed.
    let day: CalendarDay

    /// Nil for a moment outside of the calendar.
    init?(scope: BundleScope, writtenAt: Instant) {
        guard let day = writtenAt.dayInChina else { return nil }
        self.scope = scope
        self.writtenAt = writtenAt
        self.day = day
    }

    var bytes: [UInt8] {
        var output = TextOutput()
        output.write(object: [
            "format": .text(Self.format), "scope": .text(scope.rawValue), "writtenAt": .text(writtenAt.description),
        ])
        output.write("\n")
        return output.bytes
    }

    /// Reads the file; nil for anything but the very bytes that it is written as.
    init?(_ bytes: [UInt8]) {
        var parser = JSONParser(deepest: 2)
        let parsed = bytes.withUnsafeBufferPointer { buffer in
            parser.parse(buffer) { root -> BundleHead? in
                guard root.text("format") == Self.format,
                    let scope = root.text("scope").flatMap({ BundleScope(rawValue: $0) }),
                    let writtenAt = root.text("writtenAt").flatMap({ Instant($0) })
                else { return nil }
                return BundleHead(scope: scope, writtenAt: writtenAt)
            }
        }
        guard case .success(let head?) = parsed, head.bytes == bytes else { return nil }
        self = head
    }
}
