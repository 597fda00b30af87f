internal import Values

/// A document as rows of cells, before it is broken into pages.
struct Paper {
    let title: String
    /// Who issues it.
    let author: String
    let language: Language
    /// The file's date, so that the same paper has the same bytes.
    let created: Instant
    /// Stands at the foot of every page, beside the page's number.
    let foot: String
    var sections: [Section] = []

    /// Rows below one another. The header is repeated where they go on on another page.
    struct Section {
        var header: [Row] = []
        var rows: [Row]
    }

    /// Cells side by side across the page.
    struct Row {
        var cells: [Cell]
        var hasBorder = true
        /// Points.
        var minimumHeight = 0.0
        /// Not the last one on its page.
        var staysWithNext = false
    }

    struct Cell {
        var content: Content
        var style = TextStyle.body
        /// Its part of the row's width, in relation to the others'.
        var share = 1
        var isShaded = false
        /// Otherwise what is lower than its row stands in the middle of it.
        var isAtTop = false
    }

    enum Content {
        /// Each begins a line.
        case lines([String])
        /// The text of a QR code.
        case code(String)
    }
}

extension Paper.Cell {
    /// A text of one paragraph.
    init(_ text: String, _ style: TextStyle = .body, share: Int = 1, isShaded: Bool = false) {
        self.init(content: .lines([text]), style: style, share: share, isShaded: isShaded)
    }

    /// The name of what stands beside it.
    static func label(_ text: String, share: Int = 1) -> Paper.Cell {
        Paper.Cell(text, .label, share: share, isShaded: true)
    }
}

extension Paper.Row {
    /// A line of text across the page, without a border.
    static func text(_ text: String, _ style: TextStyle = .body, staysWithNext: Bool = false) -> Paper.Row {
        Paper.Row(cells: [Paper.Cell(text, style)], hasBorder: false, staysWithNext: staysWithNext)
    }

    /// The name of the rows below it.
    static func heading(_ text: String) -> Paper.Row {
        Paper.Row(cells: [Paper.Cell(text, .heading, isShaded: true)], staysWithNext: true)
    }

    /// One label with what it names, or two beside each other: in columns that are the same in all such rows.
    static func fields(_ fields: (label: String, value: String)...) -> Paper.Row {
        Paper.Row(
            cells: fields.flatMap { field in
                [.label(field.label, share: 4), Paper.Cell(field.value, share: fields.count > 1 ? 8 : 20)]
            })
    }

    /// A row of a table, its cells as wide as the columns say.
    static func table(_ cells: [Paper.Cell], _ columns: [Int]) -> Paper.Row {
        Paper.Row(
            cells: zip(cells, columns).map { cell, share in
                var cell = cell
                cell.share = share
                return cell
            })
    }

    /// The names of a table's columns.
    static func columns(_ names: [String], _ columns: [Int]) -> Paper.Row {
        var row = table(names.map { .label($0) }, columns)
        row.staysWithNext = true
        return row
    }
}
