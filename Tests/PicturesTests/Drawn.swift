import Contracts
import DossierSupport
import Foundation
import FoundationXML
import HTML
import Payables
import TestSupport
import Testing
import Values

@testable import Pictures

/// A picture as its markup says it: elements in order, with their attributes and the text right in them.
struct Drawn {
    struct Element {
        let name: String
        let attributes: [String: String]
        var text = ""

        var classes: Set<Substring> { Set((attributes["class"] ?? "").split(separator: " ")) }
        func number(_ name: String) -> Double { attributes[name].flatMap(Double.init) ?? .nan }
    }

    let elements: [Element]

    /// Fails where the markup is no well-formed XML.
    init(_ node: Node) throws {
        let reader = Reader()
        let parser = XMLParser(data: Data(node.markup.utf8))
        parser.delegate = reader
        try #require(parser.parse(), "no well-formed XML: \(String(describing: parser.parserError))")
        elements = reader.elements
    }

    var texts: [String] { elements.filter { $0.name == "text" }.map(\.text) }

    func all(_ name: String, _ names: Substring...) -> [Element] {
        elements.filter { $0.name == name && $0.classes.isSuperset(of: names) }
    }

    /// The cells of a table's rows.
    var rows: [[String]] {
        var rows: [[String]] = []
        for element in elements {
            if element.name == "tr" { rows.append([]) }
            if element.name == "td" || element.name == "th" { rows[rows.count - 1].append(element.text) }
        }
        return rows
    }

    /// No text leaves the picture or lies on another.
    func expectLegible(_ comment: String) {
        let width = Double(elements[0].attributes["viewBox"]?.split(separator: " ")[2] ?? "") ?? 0
        let boxes = elements.filter { $0.name == "text" }.map { text in
            let anchor = text.attributes["text-anchor"].flatMap(Anchor.init) ?? .start
            let size = text.classes.contains("picture-heading") ? 13.0 : 12
            return (
                text.text,
                LabelBoard.box(
                    text.text, at: Point(x: text.number("x"), y: text.number("y")), anchor: anchor, size: size)
            )
        }.filter { !$0.0.isEmpty }
        for (index, (text, box)) in boxes.enumerated() {
            #expect(box.left >= -4 && box.right <= width + 4, "\(comment): “\(text)” leaves the picture")
            for (other, taken) in boxes[..<index] where box.meets(taken) {
                Issue.record("\(comment): “\(text)” lies on “\(other)”")
            }
        }
    }

    private final class Reader: NSObject, XMLParserDelegate {
        var elements: [Element] = []
        private var open: [Int] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            open.append(elements.count)
            elements.append(Element(name: name, attributes: attributes))
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) {
            if let last = open.last { elements[last].text += string }
        }

        func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
            open.removeLast()
        }
    }
}

/// Figures to draw.
enum Samples {
    static let names = [
        "meishan-tianfu", "meishan-hotline", "cloud-quarterly", "works-withheld", "property-monthly", "yaan-cloud",
    ]

    /// The statement of a sample as of its own day, or another.
    static func statement(_ name: String, asOf day: String? = nil) throws -> Statement {
        var dossier = try JSONTree(parsing: Fixtures.bytes("ops/samples/\(name).json"))
        if let day { dossier["/asOf"] = .string(day) }
        return try #require(Answer(to: dossier).statement)
    }

    /// The curve of the first assessment that decides on an installment.
    static func reading(_ name: String) throws -> CurveReading? {
        let statement = try statement(name)
        guard let subject = statement.terms.installments.compactMap(\.assessedBy).first,
            let curve = try? PayableCurve(of: statement.dossier.assuming(.highest, for: subject), assessment: subject)
        else { return nil }
        return CurveReading(
            terms: statement.terms, curve: curve, present: statement.outcomes[subject].map { Fraction($0.score) },
            asOf: statement.dossier.asOf)
    }

    static func yuan(_ amount: Int64) -> Money { Money(fen: amount * 100) }

    /// A year whose every month plans and pays something else, as of a day in October.
    static func execution() throws -> YearExecution {
        let months = (1...12).map { (month: Int64) -> YearExecution.Month in
            let planned = month == 3 ? Money.zero : yuan(month * 12_345)
            let paid = month > 10 || month == 2 ? Money.zero : yuan(month * 10_000)
            return YearExecution.Month(planned: planned, paid: paid)
        }
        return try YearExecution(year: 2026, asOf: #require(CalendarDay("2026-10-15")), months: months)
    }

    static func cash() throws -> CashNeed {
        let start = CalendarMonth(of: try #require(CalendarDay("2026-11-21")))
        let amounts: [Int64] = [
            842_364, 672_300, 0, 1_250_000, 90_000, 12_000_000, 500, 88_000, 0, 0, 310_000, 640_000,
        ]
        return CashNeed(
            months: zip(start.following(12), amounts).map { month, amount in
                .init(month: month, overdue: month == start ? yuan(2_505_000) : .zero, expected: yuan(amount))
            }, later: yuan(5_000_000), undated: yuan(1_234_000))
    }

    /// Every picture with its table.
    static func all(_ setting: PictureSetting) throws -> [(svg: Node, table: Node)] {
        let execution = ExecutionPicture(try execution(), setting)
        let cash = CashPicture(try cash(), setting)
        var all = [(svg: execution.svg, table: execution.table), (svg: cash.svg, table: cash.table)]
        for name in names {
            let schedule = SchedulePicture(try statement(name), setting)
            all.append((svg: schedule.svg, table: schedule.table))
            guard let reading = try reading(name) else { continue }
            let curve = AssessmentPicture(reading, setting)
            all.append((svg: curve.svg, table: curve.table))
        }
        return all
    }
}
