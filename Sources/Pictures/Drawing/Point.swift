/// A place in a picture, in pixels from its upper left corner.
struct Point: Equatable {
    var x: Double
    var y: Double
}

extension Double {
    /// With one decimal at most: "12.5".
    var pixels: String {
        let tenths = Int((self * 10).rounded())
        let fraction = abs(tenths % 10)
        return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10)\(fraction == 0 ? "" : ".\(fraction)")"
    }
}
