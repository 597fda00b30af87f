import Logging

@testable import API
@testable import Serving

enum TestLogger {
    /// A logger whose lines are kept.
    static func writing(to lines: LogLines) -> Logger {
        Logger(label: "test") { JSONLogHandler(label: $0, write: { lines.add($0) }) }
    }
}
