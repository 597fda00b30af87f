extension Money {
    /// Reads yuan with at most two decimals: "718880.00", "718880". Nil for anything else, and what does not fit.
    public init?(_ text: String) {
        var copy = text
        guard let fen = copy.withUTF8({ try? DecimalText.parse($0, places: 2) }) else { return nil }
        self.init(fen: fen)
    }
}
