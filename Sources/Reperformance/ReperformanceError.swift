/// Why a figure cannot be computed again from a journal. The code is never renamed.
public enum ReperformanceError: String, CaseIterable, Error, Sendable {
    /// There were no such entries or no calendar, the terms and facts break a rule of payable.md, or a sum does not
    /// fit.
    case uncomputable = "reperformance-uncomputable"
}
