import Audit
import Contracts
import DossierSupport
import Examination
import JSON
import Reperformance
import Requests
import Values

/// What happened to a contract, as a row of a table tells it: steps with `；` between them, each `day [@moment] who
/// what`; before them in `【】` what differs from the usual contract. The rules are those of
/// Tests/Fixtures/tables/exceptions.txt.
struct Story {
    private(set) var contract: ExaminedContract
    private var serial = 0
    private var settings: [String: String] = [:]

    static let labels = ["预付款": "advance", "验收款": "accept", "考核款": "assessed", "质保金": "holdback"]

    /// The contracts of a cell.
    static func contracts(_ cell: String, asOf: String) -> [ExaminedContract] {
        let parts = cell.split(separator: "【").map(String.init)
        return (parts.isEmpty ? [""] : parts).map { part in
            let pieces = part.split(separator: "】", omittingEmptySubsequences: false).map(String.init)
            precondition(pieces.count <= 2, part)
            return Story(
                pieces.count == 2 ? pieces[0] : "", steps: pieces.last ?? "", asOf: asOf
            ).contract
        }
    }

    private init(_ settings: String, steps: String, asOf: String) {
        for setting in settings.split(separator: " ") {
            let pair = setting.split(separator: "=")
            self.settings[String(pair[0])] = String(pair[1])
        }
        let signed = self.settings["签订"] ?? "2026-01-05"
        let number = self.settings["合同"] ?? "A"
        let payload = Self.canonical(
            #"{"calendar":"\#(self.settings["日历"] ?? "none")","contract":\#(Self.terms(self.settings))}"#)
        let entry = JournalEntry(
            contract: number, number: 1, kind: .registered, origin: .imported,
            recordedAt: Self.instant("\(signed)T09:00"), recordedBy: "登记员", occurredOn: Self.day(signed),
            payload: payload, previous: .none)
        contract = ExaminedContract(
            ContractJournal(registration: SealedEntry(entry)), calendars: Self.calendars, asOf: Self.day(asOf))
        contract.isSmallSupplier = self.settings["规模"].map { $0 == "小" }
        if let holder = self.settings["户名"] {
            contract.accounts = [
                SupplierAccount(
                    holder: holder, number: "****1234",
                    inForceFrom: Self.instant("\(self.settings["启用"] ?? signed)T00:00"),
                    inForceUntil: self.settings["停用"].map { Self.instant("\($0)T00:00") })
            ]
        }
        for step in steps.split(separator: "；") { tell(step.split(separator: " ").map(String.init)) }
    }

    /// `[导入] day[@moment] who what …`
    private mutating func tell(_ words: [String]) {
        let isImported = words.first == "导入"
        let rest = isImported ? Array(words.dropFirst()) : words
        guard rest.count >= 3 else { return }
        let times = rest[0].split(separator: "@").map(String.init)
        let moment = times.count > 1 ? times[1] : "\(times[0])T10:00"
        let day = times[0]
        let (who, what, details) = (rest[1], rest[2], Array(rest.dropFirst(3)))
        if what == "被拒" {
            contract.refusedAttempts.append(
                RefusedAttempt(
                    at: Self.instant(moment), by: who, request: details[0],
                    refusal: RequestRefusal(rawValue: details[1]) ?? .notOpen))
            return
        }
        serial += 1
        if let step = Self.step(what, details) {
            contract.journal.append(
                .request(step), payload: step.canonicalBytes(), occurredOn: Self.day(day), origin: .recorded,
                at: Self.instant(moment), by: who)
            return
        }
        let id = "s\(serial)"
        let (kind, members) = fact(what, details)
        contract.journal.append(
            .fact(kind, id: id),
            payload: Self.canonical(#"{"id":"\#(id)","kind":"\#(kind.rawValue)","on":"\#(day)",\#(members)}"#),
            occurredOn: Self.day(day), origin: isImported ? .imported : .recorded, at: Self.instant(moment), by: who)
    }

    private func fact(_ what: String, _ details: [String]) -> (FactKind, String) {
        func place(_ index: Int) -> String { #""installment":"\#(Self.labels[details[index]] ?? details[index])""# }
        switch what {
        case "验收": return (.event, #""event":"accepted""#)
        case "签约": return (.event, #""event":"signed""#)
        case "年终": return (.event, #""event":"year-end""#)
        case "发票": return (.invoice, #"\#(place(0)),"amount":"\#(details[1])","number":"\#(details[2])""#)
        case "付款":
            let voucher = details.count > 2 ? #","voucher":"\#(details[2])""# : ""
            return (.paid, #"\#(place(0)),"amount":"\#(details[1])"\#(voucher)"#)
        case "退回":
            let payment = details.count > 2 ? #","payment":"\#(details[2])""# : ""
            return (.returned, #"\#(place(0)),"amount":"\#(details[1])"\#(payment)"#)
        case "考核": return (.assessment, #""assessment":"a","score":"\#(details[0])""#)
        case "裁定":
            return (
                .ruling, #""assessment":"a","deduction":"\#(details[0])","reason":"\#(details[1])","document":"纪要""#
            )
        case "作废": return (.voided, #""fact":"\#(details[0])","reason":"\#(details[1])""#)
        case "补充协议":
            return (.amended, #""contract":\#(Self.terms(settings.merging(["价款": details[0]]) { $1 }))"#)
        case "终止": return (.terminated, #""reason":"\#(details[0])""#)
        default: preconditionFailure("what is \(what)?")
        }
    }

    private static func step(_ what: String, _ details: [String]) -> RequestEvent? {
        switch what {
        case "申请":
            guard let amount = Money(details[2]) else { return nil }
            let pin = StatementPin(
                dossier: "", statement: "", payable: amount, version: 1, asOf: CalendarDay.first)
            let claim = RequestEvent.Claim(amount: amount, pin: pin, chain: ApprovalRole.standardChain)
            return RequestEvent(details[0], .submitted(installment: labels[details[1]] ?? details[1], claim))
        case "审批": return RequestEvent(details[0], .approved(role: .sectionHead))
        case "支付": return RequestEvent(details[0], .paid(payment: details[1]))
        default: return nil
        }
    }
}
