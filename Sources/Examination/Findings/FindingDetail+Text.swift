internal import Payables
public import Values

extension FindingDetail {
    /// The sentence that an auditor reads.
    public func text(in language: Language) -> String { language == .chinese ? chinese : english }

    static func list(_ missing: [Waiting], _ language: Language) -> String {
        missing.map { $0.sentence(in: language) }.joined(separator: language == .chinese ? "；" : "; ")
    }
}

extension Instant {
    /// `2026-03-07T22:05` in China (+08:00).
    var minuteText: String { String(description.prefix(16)) }

    /// Hour of the day in China (+08:00), 0 to 23.
    var hourInChina: Int {
        let hours = microseconds.quotientAndRemainder(dividingBy: 3_600_000_000)
        let local = (hours.quotient - (hours.remainder < 0 ? 1 : 0)) % 24 + 8
        return Int((local % 24 + 24) % 24)
    }
}
