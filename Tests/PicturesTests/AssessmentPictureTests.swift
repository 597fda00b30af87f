import HTML
import Testing
import Values

@testable import Contracts
@testable import Pictures

struct AssessmentPictureTests {
    private let setting = PictureSetting(id: "p")

    @Test func marksThePresentScore() throws {
        let reading = try #require(try Samples.reading("meishan-tianfu"))
        let drawn = try Drawn(AssessmentPicture(reading, setting).svg)
        #expect(drawn.texts.contains("现得分 91"))
        let present = try #require(drawn.all("line", "picture-present").first)
        let axis = [reading].scoreAxis(from: 56, to: 456)
        #expect(abs(present.number("x1") - axis.pixel(91)) < 0.1)
    }

    /// The table has every score at which something changes, from the highest down, with what lies just below.
    @Test func tableOfTheHotline() throws {
        let reading = try #require(try Samples.reading("meishan-hotline"))
        let rows = try Drawn(AssessmentPicture(reading, setting).table).rows
        #expect(rows[0] == ["得分", "扣减（元）", "应付（元）", "略低于此分时应付（元）", "说明"])
        #expect(rows.contains(["95", "0.00", "893,000.00", "223,250.00", ""]))
        #expect(rows.last == ["0", "0.00", "893,000.00", "", "待裁定"])
    }

    @Test func namesCannotBreakIt() throws {
        let reading = try #require(try Samples.reading("meishan-tianfu"))
        var terms = reading.terms
        terms.title = "</text><script>alert(1)</script>\u{0}\u{FFFE}"
        let hostile = CurveReading(terms: terms, curve: reading.curve, present: reading.present, asOf: reading.asOf)
        let svg = try #require(CurvePicture([hostile].compactMap(\.self), PictureSetting(id: "p", place: .file))).svg
        #expect(!svg.markup.contains("<script"))
        _ = try Drawn(svg)
    }
}
