import HTML
import Values

/// The `svg` element around a picture: a view box that scales with the page, and what the picture says in words.
struct PictureFrame {
    let setting: PictureSetting
    let width: Double
    let height: Double
    let title: String
    /// The same content in words, for readers who do not see it.
    let description: String

    /// The widest that a picture in a page is drawn for; its texts stay readable when a telephone shrinks it.
    static let pageWidth = 480.0

    func svg(@Content _ content: () -> Node) -> Node {
        let isFile = setting.place == .file
        let attributes: [Attribute?] = [
            isFile ? Attribute("xmlns", "http://www.w3.org/2000/svg") : nil, .class("picture"),
            Attribute("viewBox", "0 0 \(width.pixels) \(height.pixels)"), .role("img"),
            isFile ? Attribute("width", width.pixels) : nil, isFile ? Attribute("height", height.pixels) : nil,
            .aria("labelledby", "\(setting.id)-title"), .aria("describedby", "\(setting.id)-description"),
            .lang(setting.language.rawValue),
        ]
        return .element(
            name: "svg", attributes: attributes.compactMap(\.self),
            content: group {
                element("title", .id("\(setting.id)-title")) { title }
                element("desc", .id("\(setting.id)-description")) { description }
                if isFile { element("style") { PictureStyle.ofFiles } }
                content()
            })
    }

    /// A ground of slanting lines, for `fill`; see ``hatch``.
    var hatched: String { "url(#\(setting.id)-hatch)" }

    /// Defines the ground that ``hatched`` names.
    func hatch(_ names: String) -> Node {
        element("defs") {
            element(
                "pattern", .id("\(setting.id)-hatch"), Attribute("width", "8"), Attribute("height", "8"),
                Attribute("patternUnits", "userSpaceOnUse"), Attribute("patternTransform", "rotate(45)")
            ) {
                element("rect", .class("picture-hatch-ground"), Attribute("width", "8"), Attribute("height", "8"))
                line("picture-hatch \(names)", from: Point(x: 0, y: 0), to: Point(x: 0, y: 8))
            }
        }
    }
}
