import Contracts
import Documents
import Payables
import Requests
import TestSupport
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
    static func tianfu(rectified: Bool = true) throws -> Statement {
        let text = String(decoding: Fixtures.bytes("Tests/Fixtures/tianfu.json"), as: UTF8.self)
        let first = #""score": "70", "failed": ["training"],"#
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
        on statement: Statement, _ installment: String, approvals: Int = 2, by: String = "wang@meishan", then: [RequestEvent.Step] = []
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
