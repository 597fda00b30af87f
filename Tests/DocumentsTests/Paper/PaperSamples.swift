import Contracts
import Documents
import Payables
import Requests
import TestSupport
import Testing
import Values

/// Statements and requests to print, from the Meishan contracts and made up.
enum PaperSamples {
    static let printedAt = Instant(microseconds: 1_795_246_468_230_868)
    static let hash = "3f786850e387550fdab836ed7e6dc881de23001b0b5f5b0f8f9f2d4f1a2b3c4d"
    static let checkpoint = LogCheckpoint(
        origin: "tranche.ms.gov.cn/journal", size: 18_234, root: "rC0Kzbqv3ZfTq2b1m0c3hS4Yk1l0dZ5J7Xo9u8tGfWE=")

    /// A statement from dossier bytes.
    static func statement(_ json: String) throws -> Statement {
        try Payables.statement(of: try Dossier.read(Array(json.utf8)))
    }

    /// The Meishan contract after its first year was assessed 70, rectified and assessed 76 (deduction 365,064.00).
    static func tianfu(rectified: Bool = true, criterion: String = "failed\": [\"training") throws -> Statement {
        let text = String(decoding: Fixtures.bytes("Tests/Fixtures/tianfu.json"), as: UTF8.self)
        let first = #""score": "70", "\#(criterion)"],"#
        let second = #"""
            "on": "2022-01-20"}, {"id": "f9r", "kind": "assessment", "assessment": "y1", "score": "76", "round": 2,
            "on": "2022-01-28", "document": "\#(hash)"
            """#
        return try statement(
            text.replacing(#""score": "91","#, with: rectified ? #""score": "70","# : first)
                .replacing(#""on": "2022-01-20""#, with: rectified ? second : #""on": "2022-01-20""#))
    }

    static func hotline(scores: (String, String) = ("94.5", "91")) throws -> Statement {
        let text = String(decoding: Fixtures.bytes("Tests/Fixtures/hotline.json"), as: UTF8.self)
        let facts = #"""
            ,{"id": "h7", "kind": "paid", "installment": "y1-acceptance", "amount": "1786000.00", "on": "2022-05-04"},
            {"id": "h8", "kind": "assessment", "assessment": "y1h1", "score": "\#(scores.0)", "on": "2022-03-10"},
            {"id": "h9", "kind": "assessment", "assessment": "y1h2", "score": "\#(scores.1)", "on": "2022-07-10"}],
            "asOf": "2022-07-15"
            """#
        return try statement(text.replacing(" ],\n \"asOf\": \"2022-04-30\"", with: facts))
    }

    /// A request for what is outstanding on an installment, approved by as many of the chain as said.
    static func request(
        on statement: Statement, _ installment: String, approvals: Int = 2, by: String = "wang@meishan",
        then: [RequestEvent.Step] = []
    ) throws -> PaymentRequest {
        let position = statement.terms.installments.firstIndex { $0.id == installment } ?? 0
        let row = statement.installments[position]
        let pin = StatementPin(
            dossier: hash, statement: hash, payable: row.payable, version: 9, asOf: statement.dossier.asOf)
        let chain = ApprovalRole.standardChain
        let claim = RequestEvent.Claim(amount: row.outstanding, pin: pin, chain: chain)
        let steps: [RequestEvent.Step] =
            [.submitted(installment: installment, claim)] + chain.prefix(approvals).map { .approved(role: $0) } + then
        let recorded = steps.enumerated().map { place, step in
            RecordedStep(
                event: RequestEvent("r-7tbvz1pyftaj2", step), by: place == 0 ? by : "approver-\(place)@meishan",
                at: Instant(microseconds: printedAt.microseconds + Int64(place) * 3_600_000_000), entry: 10 + place)
        }
        guard let request = try RequestLedger(recorded, payments: [:]).requests.first else { throw Problems([]) }
        return request
    }

    static func form(on statement: Statement) throws -> PaymentForm {
        let request = try request(on: statement, "y1-balance")
        return try #require(PaymentForm(of: request, on: statement, with: surroundings))
    }

    static func notice(_ id: String, on statement: Statement, _ language: Language) throws -> AssessmentNotice {
        try #require(AssessmentNotice(of: id, on: statement, printedAt: printedAt, in: language))
    }

    static func paper(_ statement: Statement, _ language: Language) -> StatementPaper {
        StatementPaper(statement, hash: hash, checkpoint: checkpoint, printedAt: printedAt, in: language)
    }

    /// A contract with so many equal installments.
    static func schedule(of count: Int) throws -> Statement {
        let installments = (1...count).map { number in
            #"{"id": "p\#(number)", "label": "第\#(number)期款", "kind": "periodic", "amount": {"fixed": "1409.50"}, "when": {"event": "month-\#(number)"}, "within": {"workingDays": 15}, "needs": ["invoice"]}"#
        }
        let price = Money(fen: 140_950 * Int64(count))
        return try statement(
            #"""
            {"contract": {"number": "SL-\#(count)", "title": "物业管理服务", "buyer": "市政务服务中心", "supplier": "示例物业服务有限公司",
            "currency": "CNY", "price": "\#(price)", "signedOn": "2026-01-01",
            "installments": [\#(installments.joined(separator: ","))]},
            "facts": [{"id": "e", "kind": "event", "event": "month-1", "on": "2026-02-01"}], "asOf": "2026-02-20", "calendar": "CN"}
            """#)
    }

    /// A month that was assessed by a scoring sheet, and a supplementary agreement before it.
    static func incidents() throws -> Statement {
        let terms = { (price: String) in
            #"""
            {"number": "SL-1", "title": "保洁服务", "buyer": "市政务服务中心", "supplier": "示例保洁有限公司", "currency": "CNY",
            "price": "\#(price)", "signedOn": "2026-01-01", "installments": [{"id": "m", "label": "一月服务费", "kind": "assessed",
            "amount": {"fixed": "\#(price)"}, "when": {"event": "month"}, "assessedBy": "m1"}],
            "assessments": [{"id": "m1", "label": "一月考核", "rectifications": 2, "sheet": [
            {"id": "clean", "label": "保洁不到位，每处", "max": "40", "each": "2"}, {"id": "late", "label": "迟到", "max": "60", "each": "5"}],
            "points": [{"pointsBelow": "95", "percent": "0.5", "of": "installment", "fraction": "started"}]}]}
            """#
        }
        return try statement(
            #"""
            {"contract": \#(terms("12000.00")), "facts": [
            {"id": "a1", "kind": "amended", "contract": \#(terms("13500.00")), "document": "补充协议一.pdf", "on": "2026-01-10"},
            {"id": "e", "kind": "event", "event": "month", "on": "2026-02-01"},
            {"id": "r", "kind": "assessment", "assessment": "m1", "incidents": {"clean": 3}, "on": "2026-02-03"}],
            "asOf": "2026-02-20"}
            """#)
    }

    static var surroundings: PaymentForm.Surroundings {
        var surroundings = PaymentForm.Surroundings(printedAt: printedAt)
        surroundings.payee = PaymentForm.Payee(
            holder: "眉山市兴眉科技有限公司", bank: "中国工商银行股份有限公司眉山分行营业部", number: "2313456789012345678")
        surroundings.fundSource = "2022年财政预算内资金（一般公共服务支出）"
        surroundings.people = ["wang@meishan": "王小明", "approver-1@meishan": "李科长"]
        surroundings.files = [hash: "第一年度考核复评结果.pdf"]
        surroundings.checkpoint = checkpoint
        return surroundings
    }
}
