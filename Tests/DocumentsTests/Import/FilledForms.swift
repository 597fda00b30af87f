import Glibc
import Testing
import Values

@testable import Documents

/// Forms as people fill them in, made without a spreadsheet program.
enum FilledForms {
    typealias Row = [String: ImportedCell.Content]

    /// A workbook of those rows by the keys of their columns, from row 2 on, headings in one language.
    static func workbook(_ sheets: [FormSheet: [Row]], in language: Language = .chinese) -> ImportedWorkbook {
        ImportedWorkbook(
            sheets: FormSheet.allCases.compactMap { form in
                sheets[form].map { sheet(form, $0, in: language) }
            })
    }

    static func sheet(_ form: FormSheet, _ rows: [Row], in language: Language = .chinese) -> ImportedSheet {
        let headings = form.fields.map { ImportedCell(.text($0.heading.text(in: language))) }
        var result = [
            ImportedRow(number: 1, cells: Dictionary(uniqueKeysWithValues: headings.enumerated().map { ($0, $1) }))
        ]
        for (index, row) in rows.enumerated() {
            var cells: [Int: ImportedCell] = [:]
            for (column, field) in form.fields.enumerated() {
                if let content = row[field.key] { cells[column] = ImportedCell(content) }
            }
            result.append(ImportedRow(number: index + 2, cells: cells))
        }
        return ImportedSheet(name: form.title.text(in: language), rows: result)
    }

    /// A contract of two years with an assessment, as a bureau would write it down, and facts of it and of another one.
    static let sample: [FormSheet: [Row]] = [
        .contracts: [
            [
                "number": .text("SL-2026-01"), "title": .text("政务云服务"), "buyer": .text("示例市政务服务局"),
                "supplier": .text("示例云计算有限公司"), "price": .text("120万"), "signedOn": .number("46054"),
                "excess": .text("结转后期"), "lateInterest": .number("0.05"),
            ]
        ],
        .years: [
            [
                "contract": .text("SL-2026-01"), "year": .number("1"), "fee": .number("700000"),
                "from": .text("2026-02-01"), "to": .text("2027/1/31"),
            ],
            [
                "contract": .text("SL-2026-01"), "year": .number("2"), "fee": .number("500000.00000000006"),
                "from": .text("2027年2月1日"), "to": .text("2028-01-31"),
            ],
        ],
        .installments: [
            [
                "contract": .text("SL-2026-01"), "id": .text("y1-advance"), "label": .text("预付款"), "year": .number("1"),
                "kind": .text("预付款"), "amount": .text("百分比"), "percent": .text("30%"), "of": .text("年度费用"),
                "condition1": .text("事件发生"), "parameter1": .text("合同签订"), "within": .number("10"),
                "unit": .text("工作日"), "invoice": .text("是"),
            ],
            [
                "contract": .text("SL-2026-01"), "id": .text("y1-balance"), "label": .text("首年考核款"),
                "year": .number("1"), "kind": .text("考核款"), "amount": .text("余额"), "of": .text("年度费用"),
                "condition1": .text("年度结束"), "condition2": .text("事件后若干天"), "parameter2": .text("final-acceptance"),
                "number2": .number("15"), "invoice": .boolean(true), "assessedBy": .text("y1"),
            ],
            [
                "contract": .text("SL-2026-01"), "id": .text("y2"), "label": .text("第二年款"), "year": .number("2"),
                "kind": .text("定期款"), "amount": .text("固定金额"), "fixed": .text("￥500,000.00"),
                "condition1": .text("到达日期"), "parameter1": .text("2027-08-01"), "invoice": .text("否"),
            ],
        ],
        .rules: [
            [
                "contract": .text("SL-2026-01"), "id": .text("y1"), "label": .text("首年考核"),
                "rectifications": .number("1"), "of": .text("年度费用"), "year": .number("1"), "from1": .number("90"),
                "percent1": .number("0"), "from2": .number("80"), "percent2": .number("5"), "from3": .number("0"),
                "percent3": .number("10"), "pointsBelow": .number("60"), "pointPercent": .text("0.5"),
                "fraction": .text("按实际"), "failures": .text("security, training"),
                "failurePercent": .number("1"), "veto": .text("leak"), "effect": .text("暂停支付"), "cap": .number("20"),
            ]
        ],
        .invoices: [
            [
                "contract": .text("SL-2026-01"), "installment": .text("y1-advance"),
                "number": .text("25512000000012345678"),
                "amount": .number("210000"), "on": .number("46060"), "note": .text(" 首付 "),
            ],
            [
                "contract": .text("MS-2020-TFSMY"), "installment": .text("y1-balance"), "number": .number("12345678"),
                "amount": .text("71.888万元"), "on": .text("2022-01-10"),
            ],
        ],
        .assessments: [
            [
                "contract": .text("SL-2026-01"), "assessment": .text("y1"), "score": .number("85.5"),
                "on": .text("2027-02-10"), "failed": .text("security、training"),
            ]
        ],
    ]

    static let writtenAt = Instant(microseconds: 1_795_233_600_000_000)

    /// The bytes of what a closure writes to a path.
    static func file(_ write: (String) throws -> Void) throws -> [UInt8] {
        var template = Array("/tmp/tranche-form-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        try #require(descriptor >= 0)
        close(descriptor)
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { unlink(path) }
        try write(path)
        return try contents(of: path)
    }

    static func contents(of path: String) throws -> [UInt8] {
        let file = try #require(fopen(path, "rb"))
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&block, 1, block.count, file)
            guard count > 0 else { return bytes }
            bytes += block[..<count]
        }
    }

    static func marked(
        _ workbook: ImportedWorkbook, _ problems: [ImportProblem] = [], in language: Language = .chinese
    ) throws -> [UInt8] {
        try file { path in
            try ImportTemplate.write(workbook, marked: problems, at: path, writtenAt: writtenAt, in: language)
        }
    }
}
