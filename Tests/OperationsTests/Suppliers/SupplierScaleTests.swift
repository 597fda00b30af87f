import Audit
import Contracts
import Postgres
import Storage
import Testing
import Values

@testable import Operations

/// How large suppliers are: recorded as acts of the office, by department and by the day of signing.
@Suite struct SupplierScaleTests {
    private static let table = ["supplier_scale"]

    private func scales(_ test: TestWorkspace, _ supplier: String = "供应商", by caller: Caller) async throws -> [String] {
        try await test.workspace.supplierScales(of: supplier, by: caller).map {
            "\($0.department.name) \($0.since?.description ?? "*") \($0.scale) \($0.recordedBy)"
        }
    }

    @Test func isRecordedAndKept() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let officer = try await test.person("wang", [.officer])
            let other = try await test.person("li", [.officer], in: "other")
            let day = try #require(CalendarDay("2024-05-01"))
            let first = try await test.workspace.setSupplierScale(.small, of: "供应商", by: officer)
            #expect(first.scale == .small && first.since == nil && first.recordedBy == "wang")
            _ = try await test.workspace.setSupplierScale(
                .large, of: "供应商", since: day, department: "buyer", by: officer)
            _ = try await test.workspace.setSupplierScale(.micro, of: "供应商", department: "other")
            #expect(try await scales(test, by: officer) == ["buyer * small wang", "buyer 2024-05-01 large wang"])
            #expect(try await scales(test, by: other) == ["other * micro clerk"])
            #expect(try await scales(test, by: .console).count == 3)
            let records = try await test.workspace.supplierScales(of: "供应商", by: officer)
            #expect(records.scale(in: "buyer", signedOn: day) == .large)
            #expect(try records.scale(in: "buyer", signedOn: day.adding(days: -1)) == .small)
            #expect(records.scale(in: "other", signedOn: day) == .unknown)
        }
    }

    /// The acts stand in the office's journal, in the access log, and the table follows from the journal.
    @Test func followsFromTheJournal() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let officer = try await test.person("wang", [.officer])
            for scale in [SupplierScale.small, .unknown, .medium] {
                _ = try await test.workspace.setSupplierScale(scale, of: "ＡＢ公司", by: officer)
                test.advance(seconds: 60)
            }
            let before = try await test.dump(Self.table)
            #expect(before.count == 3)
            try await test.asOwner { _ = try await $0.unit(["DELETE FROM supplier_scale"]) }
            _ = try await test.workspace.rebuild()
            #expect(try await test.dump(Self.table) == before)
            let acts = try await test.asOwner { try await $0.officeJournal().acts(SupplierScaleAct.action) }
            #expect(acts.compactMap { SupplierScaleAct($0.act)?.scale } == [.small, .unknown, .medium])
            #expect(acts.allSatisfy { $0.entry.recordedBy == "wang" })
            let logged = try await test.asOwner { try await $0.accessLog() }
            #expect(logged.filter { $0.action == "set-supplier-scale" && $0.isDone }.count == 3)
        }
    }

    @Test func whoMayNotIsRefused() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let officer = try await test.person("wang", [.officer])
            let head = try await test.person("sun", [.head])
            let admin = try await test.person("admin", [.admin])
            func code(_ caller: Caller, _ department: String? = nil, _ supplier: String = "s") async throws -> String? {
                try await People.code {
                    _ = try await test.workspace.setSupplierScale(
                        .small, of: supplier, department: department, by: caller)
                }
            }
            #expect(try await code(head) == "forbidden")
            #expect(try await code(admin) == "forbidden")
            #expect(try await code(officer, "other") == "unknown-department")
            #expect(try await code(.console) == "unknown-department")
            #expect(try await code(officer, nil, "x\u{202e}") == "supplier-name-not-allowed")
            #expect(
                try await People.code { _ = try await test.workspace.supplierScales(of: "s", by: admin) } == "forbidden"
            )
            #expect(try await test.dump(Self.table) == [])
            let office = try await test.asOwner { try await $0.officeJournal().acts(SupplierScaleAct.action) }
            #expect(office.isEmpty)
        }
    }

    /// Of the contract signed on 2024-01-10 what held then counts, as known at the report's moment.
    @Test func theScaleAtTheSigningCounts() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let officer = try await test.person("wang", [.officer])
            let signed = try #require(CalendarDay("2024-01-10"))
            func known(at moment: Instant) async throws -> [SupplierScale] {
                try await test.asOwner {
                    try await $0.supplierScales(
                        of: [("供应商Ａ", "BUYER", signed), ("other", "buyer", signed)], knownAt: moment)
                }
            }
            let before = test.now
            test.advance(seconds: 60)
            _ = try await test.workspace.setSupplierScale(.medium, of: "供应商a", since: signed, by: officer)
            _ = try await test.workspace.setSupplierScale(
                .large, of: "供应商a", since: try signed.adding(days: 1), by: officer)
            #expect(try await known(at: before) == [.unknown, .unknown])
            #expect(try await known(at: test.now) == [.medium, .unknown])
        }
    }

    /// The report of exceptions speaks of the Regulation to small suppliers and not to large ones, and no longer says
    /// that it does not know; open data has the scale.
    @Test func theExceptionsKnowTheScale() async throws {
        for scale in [nil, SupplierScale.small, .large] {
            try await TestWorkspace.lend(today: "2024-12-01") { (test) async throws in
                _ = try await test.workspace.createDepartment("buyer")
                let accepted = SmallContract.event("a", "accepted", on: "2024-03-01")
                try await test.importing([SmallContract.dossier(facts: [SmallContract.signed, accepted])])
                if let scale {
                    _ = try await test.workspace.setSupplierScale(scale, of: "supplier", department: "buyer")
                }
                var bytes: [UInt8] = []
                try await test.workspace.report(ReportOrder(.exceptions)).write(as: .csv, in: .chinese) { bytes += $0 }
                let text = String(decoding: bytes, as: UTF8.self)
                let late = text.split(separator: "\r\n").filter { $0.hasPrefix("超过法定付款期限") }
                #expect(late.isEmpty == (scale == .large))
                #expect(late.allSatisfy { $0.contains("规模不明") == (scale == nil) })
                #expect(try await published(test).contains(#""scale":"sme""#) == (scale == .small))
            }
        }
    }

    private func published(_ test: TestWorkspace) async throws -> String {
        var bytes: [UInt8] = []
        let publisher = OpenData.Publisher(name: "眉山", prefix: "ocds-a1b2c3", uri: "https://example.cn/p.json")
        try await test.workspace.openData(.releases, by: publisher).write { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }
}
