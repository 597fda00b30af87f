import DossierSupport
import JSON
import Reperformance
import Values

extension Story {
    static let calendars: [CalendarVersion] = {
        let builtIn = try? CalendarVersion(
            number: 0, recordedAt: nil, recordedBy: "", csv: HolidayTable.builtInCSV)
        return builtIn.map { [$0] } ?? []
    }()

    /// The usual contract: 100,000 yuan in four installments.
    static func terms(_ settings: [String: String]) -> String {
        let signed = settings["签订"] ?? "2026-01-05"
        let days = settings["期限"] ?? "30"
        let within = days == "无" ? "" : #","within":{"days":\#(days)}"#
        let interest = settings["利率"].map { #","lateInterest":{"percentPerDay":"\#($0)"}"# } ?? ""
        return #"""
            {"number":"\#(settings["合同"] ?? "A")","title":"示例服务","buyer":"\#(settings["采购人"] ?? "甲局")",
            "supplier":"\#(settings["供应商"] ?? "乙公司")","currency":"CNY","price":"\#(settings["价款"] ?? "100000.00")",
            "signedOn":"\#(signed)"\#(interest),"installments":[
            {"id":"advance","label":"预付款","kind":"advance","amount":{"fixed":"10000.00"},"when":{"event":"signed"},"within":{"days":10}},
            {"id":"accept","label":"验收款","kind":"milestone","amount":{"fixed":"50000.00"},"when":{"event":"accepted"}\#(within),"needs":["invoice"]},
            {"id":"assessed","label":"考核款","kind":"assessed","amount":{"remainder":"contract"},"assessedBy":"a","when":{"event":"year-end"},"within":{"days":30}},
            {"id":"holdback","label":"质保金","kind":"holdback","amount":{"fixed":"5000.00"},"when":{"date":"2026-12-31"},"within":{"days":10}}],
            "assessments":[{"id":"a","label":"年度考核","bands":[{"from":"80","percent":"0","of":"contract"},{"from":"0","percent":"5","of":"contract"}]}]}
            """#
    }

    static func day(_ text: String) -> CalendarDay {
        guard let day = CalendarDay(text) else { preconditionFailure("no day: \(text)") }
        return day
    }

    /// `2026-03-02T09:30`, with or without seconds, at +08:00.
    static func instant(_ text: String) -> Instant {
        let seconds = text.utf8.count == 16 ? ":00" : ""
        guard let instant = Instant("\(text)\(seconds)+08:00") else { preconditionFailure("no moment: \(text)") }
        return instant
    }

    static func canonical(_ json: String) -> [UInt8] {
        let bytes = Array(json.utf8)
        var parser = JSONParser()
        let parsed = bytes.withUnsafeBufferPointer { buffer in
            parser.parse(buffer) { root -> [UInt8]? in
                var output = TextOutput()
                return root.writeCanonical(to: &output) ? output.bytes : nil
            }
        }
        guard case .success(let canonical?) = parsed else { preconditionFailure("no JSON: \(json)") }
        return canonical
    }
}
