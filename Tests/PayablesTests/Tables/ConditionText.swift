import DossierSupport

/// Reads a condition as the tables write it: `（事件 签约 且 发票）`, `稳定 后 3 个月`, `第 1 年起 6 个月`.
struct ConditionText {
    private var words: ArraySlice<Substring>

    init(_ text: String) {
        let spaced = text.replacing("（", with: " （ ").replacing("）", with: " ） ")
        words = spaced.split(separator: " ")[...]
    }

    /// The condition as a dossier writes it.
    mutating func tree() -> JSONTree {
        let first = next()
        switch first {
        case "（": return group()
        case "发票": return ["invoice": true]
        case "期满": return ["contractEnds": true]
        case "事件": return ["event": .string(Words.code(next()))]
        case "第": return year()
        case "异议":
            let name = next()
            precondition(next() == "已结")
            return ["clear": .string(Words.code(name))]
        default: return first.first?.isNumber == true ? ["date": .string(String(first))] : counted(Words.code(first))
        }
    }

    /// `… 且 … ）` or `… 或 … ）`.
    private mutating func group() -> JSONTree {
        var parts = [tree()]
        var joint: Substring?
        while true {
            let word = next()
            if word == "）" { break }
            precondition(joint == nil || joint == word, "且 and 或 mixed")
            joint = word
            parts.append(tree())
        }
        return [joint == "或" ? "any" : "all": .array(parts)]
    }

    /// `上线 满 30 次`, `稳定 后 3 个月`, `签约 后 10 日`.
    private mutating func counted(_ event: String) -> JSONTree {
        let verb = next()
        let number = JSONTree.number(String(next()))
        let unit = next()
        if verb == "满" { return ["count": .string(event), "atLeast": number] }
        return ["after": .string(event), unit == "日" ? "days" : "months": number]
    }

    /// `第 1 年起`, `第 1 年起 6 个月`, `第 1 年末`.
    private mutating func year() -> JSONTree {
        let number = JSONTree.number(String(next()))
        if next() == "年末" { return ["yearEnds": number] }
        guard let months = words.first, months.allSatisfy(\.isNumber) else { return ["yearStarts": number] }
        words = words.dropFirst(2)
        return ["yearElapsed": number, "months": .number(String(months))]
    }

    private mutating func next() -> Substring {
        guard let word = words.popFirst() else { preconditionFailure("a condition ends too early") }
        return word
    }
}

/// Reads what happened: `2021-02-01 上线（29）`, `2021-02-01 发票 100.00`, `2022-12-01 异议 质量`, `2021-03-02 作废 1`.
enum FactText {
    static func tree(_ text: Substring, number: Int) -> JSONTree {
        let words = text.split(separator: " ")
        var fact: JSONTree = ["id": .string("f\(number)"), "on": .string(String(words[0]))]
        switch words[1] {
        case "发票":
            for (name, value) in [("kind", "invoice"), ("installment", "only"), ("number", "\(number)"), ("amount", String(words[2]))] {
                fact["/\(name)"] = .string(value)
            }
        case "异议", "异议解决":
            fact["/kind"] = words[1] == "异议" ? "objection" : "objection-resolved"
            fact["/objection"] = .string(Words.code(words[2]))
        case "作废":
            fact["/kind"] = "voided"
            fact["/fact"] = .string("f\(words[2])")
            fact["/reason"] = "录入错误"
        default:
            let parts = words[1].split { "（）".contains($0) }
            fact["/kind"] = "event"
            fact["/event"] = .string(Words.code(parts[0]))
            if parts.count > 1 { fact["/count"] = .number(String(parts[1])) }
        }
        return fact
    }
}
