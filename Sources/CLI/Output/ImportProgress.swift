import Glibc
import Operations

/// Tells on standard error how an import goes on, once it has lasted a second and every second from then on.
struct ImportProgress {
    private let words: Words
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private var nextAt = ContinuousClock.now + .seconds(1)
    private var hasShown = false

    init(words: Words) { self.words = words }

    mutating func show(_ summary: ImportSummary) {
        guard ContinuousClock.now >= nextAt else { return }
        nextAt = .now + .seconds(1)
        hasShown = true
        let line = "tranche: " + words.imported(summary)
        if isTerminal { StandardStreams.emitError("\r\u{1B}[K" + line) } else { StandardStreams.complain(line) }
    }

    /// Ends the line that a terminal shows.
    func finish() {
        if hasShown, isTerminal { StandardStreams.emitError("\n") }
    }
}
