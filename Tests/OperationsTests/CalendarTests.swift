import Payables
import Testing
import Values

@testable import Operations

@Suite struct CalendarTests {
    /// Due 30 days after 2024-05-02, which is Saturday 2024-06-01: with the built-in calendar it moves to Monday.
    private static let dossier = """
        {"contract": {"number": "K-1", "title": "日历", "buyer": "甲", "supplier": "乙", "currency": "CNY", "price": "1.00",
        "signedOn": "2024-05-01", "installments": [{"id": "a", "label": "一次付清", "kind": "milestone",
        "amount": {"fixed": "1.00"}, "when": {"event": "accepted"}, "within": {"days": 30}}]},
        "facts": [{"id": "f1", "kind": "event", "event": "accepted", "on": "2024-05-02"}], "calendar": "CN"}
        """

    private static func dueOn(_ workspace: Workspace, knownAt: Instant? = nil) async throws -> String? {
        try await workspace.statement(of: "K-1", knownAt: knownAt).statement.installments[0].dueOn?.description
    }

    @Test func aReplacedCalendarHoldsFromThenOn() async throws {
        try await TestWorkspace.lend(today: "2024-05-20") { test in
            try await test.importing([Self.dossier])
            #expect(try await Self.dueOn(test.workspace) == "2024-06-03")
            let before = try #require(Instant("2024-05-20T23:00:00+08:00"))
            test.setToday("2024-05-21")
            let csv = Array("\u{FEFF}date,kind\r\n2024-06-03,holiday\r\n2024-06-02,workday\r\n".utf8)
            #expect(try await test.workspace.replaceCalendar(csv).contracts == 1)
            try await TestWorkspace.open(test.conninfo, today: "2024-05-21") { reopened in
                let holidays = try await reopened.workspace.calendar()
                #expect(holidays.replacement?.recordedBy == "clerk")
                // It was opened with the built-in calendar, as a service that runs while another one replaces it.
                let workspace = reopened.workspace
                #expect(try await Self.dueOn(workspace) == "2024-06-02")
                #expect(try await Self.dueOn(workspace, knownAt: before) == "2024-06-03")
                var listed: [String?] = []
                try await workspace.nextPayments { listed.append($0.dueOn?.description) }
                #expect(listed == ["2024-06-02"])
            }
        }
    }

    @Test func aBrokenCalendarChangesNothing() async throws {
        try await TestWorkspace.lend { test in
            let broken = Array("date,kind\n2024-06-03,feast\n".utf8)
            await #expect(throws: OperationError.invalidCalendar(HolidayTableError(line: 2, code: .kind))) {
                _ = try await test.workspace.replaceCalendar(broken)
            }
            let inForce = try await test.workspace.calendar()
            #expect(inForce.replacement == nil)
        }
    }
}
