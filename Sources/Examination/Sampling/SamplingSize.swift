public import Values

/// How much is drawn.
public enum SamplingSize: Equatable, Sendable {
    /// So many hits; the interval is the total divided by it, exactly. Large payments may be hit more than once.
    case hits(Int)
    /// A hit every so many fen.
    case interval(Money)
}

/// Why no sample can be drawn. The codes are never renamed.
public enum SamplingError: String, CaseIterable, Error, Sendable {
    /// There is no payment in the population.
    case empty = "sample-empty"
    /// No size or interval above zero, or more hits than fen or than ``MonetarySample/mostHits``.
    case size = "sample-size"
    /// The same payment stands there twice.
    case repeated = "sample-repeated"
    /// The total does not fit 64 bits.
    case overflow = "sample-overflow"
}

extension SamplingError {
    /// The sentence that an auditor reads.
    public func message(in language: Language) -> String {
        switch (self, language) {
        case (.empty, .chinese): "总体中没有付款。"
        case (.empty, .english): "There is no payment to draw from."
        case (.size, .chinese): "样本量或抽样间隔不合适：须大于零，且不超过总体和上限。"
        case (.size, .english):
            "The sample size or interval does not fit: above zero, within the population and the limit."
        case (.repeated, .chinese): "同一笔付款在总体中出现两次。"
        case (.repeated, .english): "A payment stands in the population twice."
        case (.overflow, .chinese): "总体金额过大。"
        case (.overflow, .english): "The total is too large."
        }
    }
}
