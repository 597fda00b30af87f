extension Score {
    /// Reads "91" or "90.25": from 0 to 100 with at most two decimals; nil for anything else.
    public init?(_ text: String) {
        var copy = text
        let parsed = copy.withUTF8 { try? DecimalText.parse($0, places: 2) }
        guard let parsed, (0...Int64(Score.highest.hundredths)).contains(parsed) else { return nil }
        self.init(hundredths: Int(parsed))
    }
}
