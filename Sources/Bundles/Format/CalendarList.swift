internal import Audit
internal import JSON
internal import Reperformance
internal import Values

/// calendars.ndjson: which calendars there are, since when and through whom.
enum CalendarList {
    /// What a line tells.
    struct Line: Equatable {
        let number: Int
        let recordedAt: Instant?
        let recordedBy: String
        let sha256: ContentHash

        init(_ calendar: CalendarVersion) {
            number = calendar.number
            recordedAt = calendar.recordedAt
            recordedBy = calendar.recordedBy
            sha256 = ContentHash(of: calendar.csv)
        }

        init?(_ value: JSONValue) {
            guard let number = value.member("number")?.integer, number >= 0,
                let sha256 = value.text("sha256").flatMap({ ContentHash($0) })
            else { return nil }
            self.number = number
            recordedAt = value.text("recordedAt").flatMap { Instant($0) }
            recordedBy = value.text("recordedBy") ?? ""
            self.sha256 = sha256
        }

        var bytes: [UInt8] {
            var output = TextOutput()
            output.write(object: [
                "number": .integer(number), "recordedAt": recordedAt.map { .text($0.description) },
                "recordedBy": .text(recordedBy), "sha256": .text(sha256.description),
            ])
            output.write("\n")
            return output.bytes
        }
    }

    static func bytes(_ calendars: [CalendarVersion]) -> [UInt8] { calendars.flatMap { Line($0).bytes } }

    /// Nil for anything but the very bytes that it is written as, numbered from 0 on, each later than the one before.
    static func lines(_ bytes: [UInt8]) -> [Line]? {
        var parser = JSONParser(deepest: 2)
        var lines: [Line] = []
        for text in bytes.split(separator: 0x0A) {
            let parsed = text.withUnsafeBufferPointer { buffer in parser.parse(buffer) { Line($0) } }
            guard case .success(let line?) = parsed, line.number == lines.count,
                (line.recordedAt == nil) == lines.isEmpty,
                lines.last?.recordedAt.map({ earlier in line.recordedAt.map { $0 >= earlier } ?? false }) ?? true
            else { return nil }
            lines.append(line)
        }
        return lines.flatMap(\.bytes) == bytes && !lines.isEmpty ? lines : nil
    }
}
