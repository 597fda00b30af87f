/// A name as it is compared: without blanks, full-width letters and signs as half-width ones, a to z for A to Z.
struct NameKey: Hashable {
    private let text: String

    init(_ name: String) {
        var scalars = String.UnicodeScalarView()
        for scalar in name.unicodeScalars where !scalar.properties.isWhitespace {
            let folded = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
            let isCapital = (0x41...0x5A).contains(folded)
            if let scalar = Unicode.Scalar(isCapital ? folded + 0x20 : folded) { scalars.append(scalar) }
        }
        text = String(scalars)
    }
}
