import Contracts
public import Values

extension Because {
    /// The rule as a sentence part with its numbers, in Chinese or English.
    public func sentence(in language: Language) -> String {
        var output = TextOutput()
        fill(language == .chinese ? rule.chinese : rule.english, into: &output, language)
        return output.text
    }

    /// The formula with its numbers, such as `3594400.00 × 20% = 718880.00`; empty where there is nothing to compute.
    public var formula: String {
        var output = TextOutput()
        fill(rule.formula, into: &output, nil)
        return output.text
    }

    /// Copies a template, putting the inputs in place of their names in braces.
    func fill(_ template: StaticString, into output: inout TextOutput, _ language: Language?) {
        let bytes = Bytes(start: template.utf8Start, count: template.utf8CodeUnitCount)
        var start = 0
        while let open = bytes[start...].firstIndex(of: UInt8(ascii: "{")),
            let close = bytes[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            output.write(raw: Bytes(rebasing: bytes[start..<open]))
            write(input: Bytes(rebasing: bytes[(open + 1)..<close]), into: &output, language)
            start = close + 1
        }
        output.write(raw: Bytes(rebasing: bytes[start...]))
    }

    private func write(input name: Bytes, into output: inout TextOutput, _ language: Language?) {
        for input in inputs
        where input.name.utf8CodeUnitCount == name.count
            && Bytes(start: input.name.utf8Start, count: name.count).elementsEqual(name)
        {
            if let language, case .text(let text) = input.value {
                output.write(text: Self.baseName(text, in: language))
            } else {
                output.write(input.value)
            }
        }
    }

    /// A base in words; any other text as it stands.
    private static func baseName(_ text: String, in language: Language) -> String {
        let isChinese = language == .chinese
        if text == "contract" { return isChinese ? "合同价" : "the contract price" }
        if text == "installment" { return isChinese ? "本期金额" : "the installment" }
        guard text.hasPrefix("year:") else { return text }
        let year = text.dropFirst(5)
        return isChinese ? "第 \(year) 合同年度费用" : "the fee of contract year \(year)"
    }
}

extension TextOutput {
    mutating func write(_ value: Because.Value) {
        switch value {
        case .money(let money): write(money)
        case .sum(let parts): write(sumOf: parts)
        case .percentage(let percentage): write(percentage)
        case .number(let number): write(number)
        case .day(let day): write(day)
        case .text(let text): write(text: text)
        }
    }

    private mutating func write(sumOf parts: [Money]) {
        if parts.isEmpty { write(Money.zero) }
        for (index, part) in parts.enumerated() {
            if index > 0 { write(part < .zero ? " − " : " + ") }
            write(index > 0 && part < .zero ? Money(fen: -part.fen) : part)
        }
    }
}
