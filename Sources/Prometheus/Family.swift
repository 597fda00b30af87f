internal import Values

/// All series of one name.
struct Family {
    enum Kind: String { case counter, gauge, histogram }

    let kind: Kind
    var series: [Labels: any Series] = [:]

    init(kind: Kind) { self.kind = kind }

    func write(_ name: String, help: String?, to output: inout TextOutput) {
        if let help { output.write(text: "# HELP \(name) \(escaped(help, quotes: false))\n") }
        output.write(text: "# TYPE \(name) \(kind.rawValue)\n")
        for (labels, series) in series.sorted(by: { $0.key.text < $1.key.text }) {
            series.write(name, labels, to: &output)
        }
    }
}

/// What is measured under one name and one set of labels.
protocol Series: AnyObject, Sendable {
    func write(_ name: String, _ labels: Labels, to output: inout TextOutput)
}

/// The labels of a series, already written: `method="GET",route="/healthz"`; empty for none.
struct Labels: Hashable {
    let text: String

    init(_ dimensions: [(String, String)]) {
        text = dimensions.sorted { $0.0 < $1.0 }.map { "\($0.0)=\"\(escaped($0.1, quotes: true))\"" }
            .joined(separator: ",")
    }

    /// In braces, with one label more where that is given.
    func braced(_ last: String? = nil) -> String {
        let all = [text, last ?? ""].filter { !$0.isEmpty }.joined(separator: ",")
        return all.isEmpty ? "" : "{\(all)}"
    }
}

/// As the text format escapes values (with quotes) and help texts.
private func escaped(_ text: String, quotes: Bool) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\\": output += "\\\\"
        case "\n": output += "\\n"
        case "\"" where quotes: output += "\\\""
        default: output.unicodeScalars.append(scalar)
        }
    }
    return output
}

/// A number without a needless fraction.
func sample(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
    return value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
}
