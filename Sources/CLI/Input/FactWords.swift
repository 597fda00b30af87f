import ArgumentParser
import JSON
import Values

/// A fact in words, `paid on=2022-02-10 amount=718880.00 …`, as JSON. What the fields mean is not judged here.
enum FactWords {
    static func json(_ words: [String]) throws -> [UInt8] {
        var output = TextOutput()
        output.write("{\"kind\":")
        output.write(jsonString: words[0])
        for word in words.dropFirst() {
            guard let sign = word.firstIndex(of: "=") else { throw ValidationError("“\(word)” is not NAME=VALUE.") }
            let name = String(word[..<sign])
            output.write(",")
            output.write(jsonString: name)
            output.write(":")
            try write(String(word[word.index(after: sign)...]), of: name, to: &output)
        }
        output.write("}")
        return output.bytes
    }

    private static func write(_ value: String, of name: String, to output: inout TextOutput) throws {
        switch name {
        case "count", "round":
            guard let number = Int(value) else { throw ValidationError("\(name)=\(value) is no whole number.") }
            output.write(number)
        case "failed", "vetoed":
            output.write("[")
            for (index, element) in value.split(separator: ",").enumerated() {
                if index > 0 { output.write(",") }
                output.write(jsonString: String(element))
            }
            output.write("]")
        case "incidents":
            output.write("{")
            for (index, element) in value.split(separator: ",").enumerated() {
                let pair = element.split(separator: ":")
                guard pair.count == 2, let count = Int(pair[1]) else { throw ValidationError("“\(element)” is not criterion:count.") }
                if index > 0 { output.write(",") }
                output.write(jsonString: String(pair[0]))
                output.write(":")
                output.write(count)
            }
            output.write("}")
        default: output.write(jsonString: value)
        }
    }
}
