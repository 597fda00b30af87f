internal import CPango

/// A text broken into lines of a width, by pango; it may be drawn line by line, on several pages.
final class MeasuredText {
    private let layout: OpaquePointer
    let lines: [Line]

    /// A line; top and baseline are points below the top of the text, left points right of its left edge.
    struct Line {
        /// Lives as long as the layout.
        fileprivate let line: UnsafeMutablePointer<PangoLayoutLine>
        let left, top, bottom, baseline: Double
    }

    /// `context` is the canvas's. `features` are OpenType's, as pango writes them.
    init(_ text: String, _ style: TextStyle, width: Double, features: String, in context: OpaquePointer) {
        layout = pango_layout_new(context)
        let font = style.fontDescription
        defer { pango_font_description_free(font) }
        pango_layout_set_font_description(layout, font)
        pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        Self.setAttributes(of: layout, features)
        // A name in Arabic is read from right to left, but stands where the form has its place.
        pango_layout_set_auto_dir(layout, 0)
        switch style.alignment {
        case .left: pango_layout_set_alignment(layout, PANGO_ALIGN_LEFT)
        case .center: pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER)
        case .right: pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT)
        }
        pango_layout_set_text(layout, text, Int32(clamping: text.utf8.count))
        lines = Self.lines(of: layout)
    }

    /// No hyphen where a word breaks: in a hash or an account it would be taken for a part.
    private static func setAttributes(of layout: OpaquePointer, _ features: String) {
        let attributes = pango_attr_list_new()
        defer { pango_attr_list_unref(attributes) }
        pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(0))
        pango_attr_list_insert(attributes, pango_attr_font_features_new(features))
        pango_layout_set_attributes(layout, attributes)
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

    private static func lines(of layout: OpaquePointer) -> [Line] {
        guard let iterator = pango_layout_get_iter(layout) else { return [] }
        defer { pango_layout_iter_free(iterator) }
        var lines: [Line] = []
        repeat {
            guard let line = pango_layout_iter_get_line_readonly(iterator) else { continue }
            var frame = PangoRectangle()
            pango_layout_iter_get_line_extents(iterator, nil, &frame)
            lines.append(
                Line(
                    line: line, left: points(frame.x), top: points(frame.y), bottom: points(frame.y + frame.height),
                    baseline: points(pango_layout_iter_get_baseline(iterator))))
        } while pango_layout_iter_next_line(iterator) != 0
        return lines
    }

    private static func points(_ units: Int32) -> Double { Double(units) / Double(PANGO_SCALE) }

    /// Height of some of the lines together.
    func height(of range: Range<Int>) -> Double {
        range.isEmpty ? 0 : lines[range.upperBound - 1].bottom - lines[range.lowerBound].top
    }

    /// Draws some of the lines, the first of them with its top at `y`.
    func draw(_ range: Range<Int>, atX x: Double, y: Double, on cairo: OpaquePointer) {
        for line in lines[range] {
            cairo_move_to(cairo, x + line.left, y + line.baseline - lines[range.lowerBound].top)
            pango_cairo_show_layout_line(cairo, line.line)
        }
    }
}

extension TextStyle {
    /// To be freed by whoever asks for it.
    var fontDescription: OpaquePointer {
        let font: OpaquePointer = pango_font_description_new()
        pango_font_description_set_family(font, Self.family)
        pango_font_description_set_absolute_size(font, size * Double(PANGO_SCALE))
        pango_font_description_set_weight(font, isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        return font
    }
}
