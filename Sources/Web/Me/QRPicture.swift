internal import Documents
internal import HTML

/// A text as a QR code: dark on light whatever the reader's colours are, or no app would read it. Nothing for a text
/// that fits no code.
func qrPicture(of text: String, label: String) -> Node {
    guard let code = QRCode(text) else { return .empty }
    let side = code.width + 2 * QRCode.quietZone
    var path = ""
    for row in 0..<code.width {
        var column = 0
        while column < code.width {
            var end = column
            while end < code.width, code.isDark(row: row, column: end) { end += 1 }
            if end > column {
                path += "M\(column + QRCode.quietZone) \(row + QRCode.quietZone)h\(end - column)v1H"
                path += "\(column + QRCode.quietZone)z"
            }
            column = max(end, column + 1)
        }
    }
    return element(
        "svg", .class("qr"), Attribute("viewBox", "0 0 \(side) \(side)"), .role("img"), .aria("label", label),
        Attribute("shape-rendering", "crispEdges")
    ) {
        element(
            "rect", Attribute("width", "\(side)"), Attribute("height", "\(side)"), Attribute("fill", "#ffffff"))
        element("path", Attribute("d", path), Attribute("fill", "#000000"))
    }
}
