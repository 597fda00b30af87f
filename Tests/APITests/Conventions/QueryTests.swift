import Operations
import Testing
import Values

@testable import API
@testable import Serving

@Suite struct QueryTests {
    private static let allowed: [Parameter] = [
        .query("asOf", .day, ""), .query("knownAt", .instant, ""), .query("role", .choice(of: Role.self), ""),
        .limit, .cursor,
    ]

    private func read<Value>(_ query: String?, _ body: (inout QueryValues) -> Value) throws(Refusal) -> Value {
        var values = QueryValues(query.map { $0[...] }, allowed: Set(Self.allowed.map(\.name)))
        let value = body(&values)
        try values.check()
        return value
    }

    @Test func valuesAreRead() throws {
        #expect(try read("asOf=2022-01-31") { $0.day("asOf") } == CalendarDay("2022-01-31"))
        #expect(try read(nil) { $0.day("asOf") } == nil)
        #expect(try read("role=section-head") { $0.choice("role", of: Role.self) } == .sectionHead)
        #expect(try read("") { $0.page() } == Page(limit: 50, cursor: nil))
        let cursor = Cursor(keys: ["a"])
        #expect(try read("limit=200&cursor=\(cursor.text)") { $0.page() } == Page(limit: 200, cursor: cursor))
    }

    /// An instant comes through with its plus escaped, and without.
    @Test(arguments: ["2022-01-31T09:30:00%2B08:00", "2022-01-31T09:30:00+08:00", "2022-01-31T01:30:00Z"])
    func instantsAreRead(_ text: String) throws {
        #expect(try read("knownAt=\(text)") { $0.moment("knownAt") } == Instant("2022-01-31T09:30:00+08:00"))
    }

    @Test func aDayMeansItsEnd() throws {
        let end = Instant("2022-01-31T23:59:59.999999+08:00")
        #expect(try read("knownAt=2022-01-31") { $0.moment("knownAt") } == end)
    }

    @Test func everythingWrongIsToldAtOnce() {
        let expected = [
            ParameterProblem(name: "x", code: .unknown), ParameterProblem(name: "asOf", code: .repeated),
            ParameterProblem(name: "%zz", code: .encoding), ParameterProblem(name: "asOf", code: .date),
            ParameterProblem(name: "limit", code: .integer, detail: "1…200"),
            ParameterProblem(name: "cursor", code: .cursor),
        ]
        #expect(throws: Refusal.parameters(expected)) {
            try read("x=1&asOf=2022-01-31&asOf=2022-02-30&%zz=1&limit=201&cursor=no") {
                _ = $0.day("asOf")
                _ = $0.page()
            }
        }
    }
}
