/// Writes SVG elements; text and attributes are escaped here and nowhere else.
struct SVGWriter {
    private(set) var text = ""

    mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
        text += tag(name, attributes) + ">\n"
    }

    mutating func close(_ name: String) { text += "</\(name)>\n" }

    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>, _ content: String? = nil) {
        text += tag(name, attributes) + (content.map { ">\(Self.escaped($0))</\(name)>\n" } ?? "/>\n")
    }

    mutating func line(_ class: String, from: Point, to: Point) {
        element("line", ["class": `class`, "x1": from.x.pixels, "y1": from.y.pixels, "x2": to.x.pixels, "y2": to.y.pixels])
    }

    /// `anchor` is start, middle or end.
    mutating func label(_ class: String, _ content: String, at point: Point, anchor: String = "start") {
        element("text", ["class": `class`, "x": point.x.pixels, "y": point.y.pixels, "text-anchor": anchor], content)
    }

    private func tag(_ name: String, _ attributes: KeyValuePairs<String, String>) -> String {
        "<\(name)" + attributes.map { " \($0.key)=\"\(Self.escaped($0.value))\"" }.joined()
    }

    /// Characters that XML does not have at all become blanks.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

/// A place in the picture, in pixels from its upper left corner.
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
