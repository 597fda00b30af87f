extension String {
    /// One line that can stand on paper: no control characters, no marks that reorder what stands beside them (a name
    /// must not turn an amount around), and not endless.
    var printable: String {
        var scalars = String.UnicodeScalarView()
        for (position, scalar) in unicodeScalars.enumerated() {
            guard position < Self.longestPrinted else {
                scalars.append("…")
                break
            }
            scalars.append(scalar.printable)
        }
        return String(scalars)
    }

    /// For the foot of a page, where there is one line.
    var shortened: String { count > 40 ? prefix(40) + "…" : self }

    /// Unicode scalars; twenty pages of a form.
    private static let longestPrinted = 20_000
}

extension Unicode.Scalar {
    fileprivate var printable: Unicode.Scalar {
        // Noncharacters are none of Unicode's letters; cairo refuses the whole page for one.
        if properties.isNoncharacterCodePoint { return "\u{FFFD}" }
        return switch properties.generalCategory {
        case .lineSeparator, .paragraphSeparator: " "
        case .control: self == "\n" || self == "\t" ? " " : "\u{FFFD}"
        // Those that join letters are part of how words are written.
        case .format: self == "\u{200C}" || self == "\u{200D}" ? self : "\u{FFFD}"
        default: self
        }
    }
}
