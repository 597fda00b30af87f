internal import CPango
internal import Values

/// A PDF that is drawn page by page in memory, by cairo. Lengths are points (1/72 inch) from the page's upper left
/// corner. The same calls give the same bytes: nothing is taken from the clock, the locale or an earlier canvas. To be
/// used by ``Press`` only.
final class Canvas {
    private let surface: OpaquePointer
    private let cairo: OpaquePointer
    private let fonts: UnsafeMutablePointer<PangoFontMap>
    /// Pango's, for measuring.
    private let context: OpaquePointer
    private let features: String
    /// Kept alive for the callback, which gets it as a bare pointer.
    private let outlet = Outlet()

    private final class Outlet { var bytes: [UInt8] = [] }

    /// A4.
    static let width = 210 / 25.4 * 72
    static let height = 297 / 25.4 * 72

    /// Throws where the font is missing, or memory.
    init(language: Language) throws(PaperError) {
        // The font's quotation marks are as wide as a Chinese letter; between English words they take their own width.
        features = language == .chinese ? "pwid=0" : "pwid=1"
        let surface: OpaquePointer? = cairo_pdf_surface_create_for_stream(
            { closure, data, count in
                guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
                let outlet = Unmanaged<Outlet>.fromOpaque(closure).takeUnretainedValue()
                outlet.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
                return CAIRO_STATUS_SUCCESS
            }, Unmanaged.passUnretained(outlet).toOpaque(), Self.width, Self.height)
        guard let surface, let cairo = cairo_create(surface), let fonts = pango_cairo_font_map_new(),
            let context = pango_font_map_create_context(fonts)
        else { throw .unwritable }
        self.surface = surface
        self.cairo = cairo
        self.fonts = fonts
        self.context = context
        prepareContext()
        guard hasFont else { throw .fontMissing }
    }

    deinit {
        g_object_unref(UnsafeMutableRawPointer(context))
        g_object_unref(fonts)
        cairo_destroy(cairo)
        cairo_surface_destroy(surface)
    }

    /// As on paper, not as on a screen: nothing is fitted to pixels, and letters are Chinese ones whatever the locale.
    private func prepareContext() {
        pango_context_set_language(context, pango_language_from_string("zh-cn"))
        pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
        pango_context_set_round_glyph_positions(context, 0)
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
        cairo_set_line_width(cairo, 0.6)
    }

    private var hasFont: Bool {
        let wanted = TextStyle.body.fontDescription
        defer { pango_font_description_free(wanted) }
        guard let font = pango_context_load_font(context, wanted) else { return false }
        defer { g_object_unref(font) }
        let found = pango_font_describe(font)
        defer { pango_font_description_free(found) }
        return pango_font_description_get_family(found).map { String(cString: $0) } == TextStyle.family
    }

    /// What the file says of itself; `created` in RFC 3339.
    func describe(title: String, author: String, created: String) {
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, author)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Tranche")
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created)
    }

    func measure(_ text: String, _ style: TextStyle, width: Double) -> MeasuredText {
        MeasuredText(text, style, width: width, features: features, in: context)
    }

    func draw(_ text: MeasuredText, lines: Range<Int>, atX x: Double, y: Double) {
        text.draw(lines, atX: x, y: y, on: cairo)
    }

    func strokeRectangle(x: Double, y: Double, width: Double, height: Double) {
        cairo_rectangle(cairo, x, y, width, height)
        cairo_stroke(cairo)
    }

    /// Light enough to be copied without becoming black.
    func shadeRectangle(x: Double, y: Double, width: Double, height: Double) {
        cairo_set_source_rgb(cairo, 0.94, 0.94, 0.94)
        cairo_rectangle(cairo, x, y, width, height)
        cairo_fill(cairo)
        cairo_set_source_rgb(cairo, 0, 0, 0)
    }

    /// A QR code with its quiet zone in a square of the side given.
    func draw(_ code: QRCode, atX x: Double, y: Double, side: Double) {
        let square = side / Double(code.width + 2 * QRCode.quietZone)
        for row in 0..<code.width {
            for column in 0..<code.width where code.isDark(row: row, column: column) {
                cairo_rectangle(
                    cairo, x + square * Double(column + QRCode.quietZone), y + square * Double(row + QRCode.quietZone),
                    square, square)
            }
        }
        cairo_fill(cairo)
    }

    func finishPage() { cairo_show_page(cairo) }

    /// The whole file; nothing can be drawn after it.
    func finish() throws(PaperError) -> [UInt8] {
        cairo_surface_finish(surface)
        guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, cairo_status(cairo) == CAIRO_STATUS_SUCCESS else {
            throw .unwritable
        }
        return outlet.bytes
    }
}
