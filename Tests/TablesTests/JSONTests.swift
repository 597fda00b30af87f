import JSON
import Tables
import TestSupport
import Testing
import Values

/// Tables as JSON, for programs.
struct JSONTests {
    private static let chinese = """
        {"report":"sample","title":"示例","notes":{"asOf":"2022-02-10"},"columns":[\
        {"code":"contract","heading":"合同编号","kind":"identifier"},\
        {"code":"voucher","heading":"凭证号","kind":"identifier"},\
        {"code":"amount","heading":"付款金额","kind":"money"},\
        {"code":"share","heading":"比例","kind":"percentage"},\
        {"code":"score","heading":"得分","kind":"score"},\
        {"code":"on","heading":"付款日期","kind":"day"},\
        {"code":"recordedAt","heading":"记录时间","kind":"instant"},\
        {"code":"payments","heading":"笔数","kind":"count"},\
        {"code":"origin","heading":"来源","kind":"text"},\
        {"code":"note","heading":"说明","kind":"text"}],"rows":[
        {"contract":"MS-2020-TFSMY","voucher":"20221234567890123456","amount":"718880.00","share":"20",\
        "score":"94.995","on":"2022-02-10","recordedAt":"2022-02-10T09:30:00.250000+08:00","payments":1,\
        "origin":"imported","note":"首年,尾款"},
        {"contract":"=cmd|' /C calc'!A0","voucher":"＝1","amount":"-0.01","share":"1.5","score":"0","on":null,\
        "recordedAt":null,"payments":2,"origin":null,"note":"他说\\"好\\""},
        {"contract":null,"voucher":null,"amount":null,"share":null,"score":null,"on":null,"recordedAt":null,\
        "payments":null,"origin":null,"note":null}
        ],"totals":{"amount":"718879.99","payments":3}}

        """

    @Test func readsLikeThis() throws {
        let json = String(decoding: try Sample.table.json(in: .chinese), as: UTF8.self)
        #expect(json == Self.chinese)
    }

    @Test func aTotalThatDoesNotFitIsAnError() {
        var table = Sample.table
        table.rows = Array(repeating: [.nothing, .nothing, .money(Money(fen: .max))], count: 2)
        #expect(throws: Overflow.self) { try table.json(in: .english) }
    }

    @Test func anyTableIsValidJSONWithTheSameTexts() throws {
        var random = SeededGenerator(named: "table json")
        var parser = JSONParser()
        for _ in 0..<200 {
            let table = RandomTable.make(&random)
            let bytes = try table.json(in: .english)
            let count = try bytes.withUnsafeBufferPointer { buffer in
                parser.parse(buffer) { $0.member("rows")?.count }
            }.get()
            #expect(count == table.rows.count)
        }
    }
}
