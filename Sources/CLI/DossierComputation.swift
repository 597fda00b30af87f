import Contracts
import Dispatch
import JSON
import Payables
import Synchronization
import Values
import YAML

/// Dossier bytes in, a line or a page out: what `compute` does with each dossier.
struct DossierComputation {
    let chineseHolidays: HolidayTable
    let language: Language
    /// The language in which every `because` also carries a sentence; nil for data only.
    let sentences: Language?
    let isExplained: Bool

    /// Writes the answer to one JSON dossier; true where it has errors.
    func compute(_ bytes: Bytes, _ parser: inout JSONParser, into output: inout TextOutput) -> Bool {
        do throws(Problems) {
            let dossier = try Dossier.read(bytes, with: &parser, chineseHolidays: chineseHolidays)
            write(try statement(of: dossier), into: &output)
            return false
        } catch {
            write(error, into: &output)
            return true
        }
    }

    /// The same for YAML.
    func computeYAML(_ bytes: [UInt8], into output: inout TextOutput) -> Bool {
        do throws(YAMLError) {
            let json = try JSONFromYAML.convert(bytes)
            var parser = JSONParser()
            return json.withUnsafeBufferPointer { compute($0, &parser, into: &output) }
        } catch {
            write(Problems(error), into: &output)
            return true
        }
    }

    private func write(_ statement: Statement, into output: inout TextOutput) {
        if isExplained {
            ExplainedStatement(statement, in: language).write(to: &output)
        } else {
            output.write(statement, explainedIn: sentences)
        }
        output.write("\n")
    }

    private func write(_ problems: Problems, into output: inout TextOutput) {
        output.write(problems, in: language)
        output.write("\n")
    }

    /// Answers every line of the block on both hands, and writes the answers in order; true where any has errors.
    func computeLines(_ block: [UInt8]) -> Bool {
        block.withUnsafeBufferPointer { bytes in
            let shares = Self.shares(of: bytes)
            let outputs = Mutex([[UInt8]](repeating: [], count: shares.count))
            let hasErrors = Atomic(false)
            // Each share is read by one iteration, and the block outlives them all.
            nonisolated(unsafe) let view = bytes
            DispatchQueue.concurrentPerform(iterations: shares.count) { index in
                var parser = JSONParser()
                var output = TextOutput(reservingCapacity: shares[index].count * 4)
                var rest = view[shares[index]]
                while !rest.isEmpty {
                    let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
                    if compute(Bytes(rebasing: rest[..<end]), &parser, into: &output) {
                        hasErrors.store(true, ordering: .relaxed)
                    }
                    rest = rest[min(end + 1, rest.endIndex)...]
                }
                outputs.withLock { $0[index] = output.bytes }
            }
            for output in outputs.withLock({ $0 }) { StandardStreams.emit(output) }
            return hasErrors.load(ordering: .relaxed)
        }
    }

    /// The block in some ten pieces of whole lines for each processor, so that none waits long for the other.
    private static func shares(of bytes: Bytes) -> [Range<Int>] {
        let size = max(64 << 10, bytes.count / 16)
        var shares: [Range<Int>] = []
        var start = 0
        while start < bytes.count {
            let wanted = min(start + size, bytes.count)
            let end = bytes[wanted...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
            shares.append(start..<end)
            start = end
        }
        return shares
    }
}
