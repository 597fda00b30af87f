import Contracts
import Dispatch
import DossierSupport
import Glibc
import JSON
import Synchronization
import TestSupport

/// Answers very many mutated dossiers on all processors and scrutinises every answer: no bytes may crash Tranche.
/// ops/test builds it in release mode, where 200,000 take seconds.
@main
struct Main {
    static func main() {
        let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 200_000
        let mutator = DossierMutator(seed: RunSeed.printed())
        let tally = Mutex(Tally())
        let next = Atomic(0)
        let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        DispatchQueue.concurrentPerform(iterations: processors) { worker in
            var own = Tally()
            var parser = JSONParser()
            let evidence = Evidence(worker: worker)
            while case let number = next.wrappingAdd(1, ordering: .relaxed).oldValue, number < count {
                let bytes = mutator.dossier(number)
                evidence.keep(bytes)
                let answer = bytes.withUnsafeBufferPointer { Answer(to: $0, with: &parser) }
                own.add(answer, complaint: Scrutiny.complaint(about: bytes, answer), evidence: number)
            }
            evidence.remove()
            tally.withLock { $0.add(own) }
        }
        let result = tally.withLock { $0 }
        for complaint in result.complaints.prefix(20) { print(complaint) }
        print(
            "\(result.statements + result.refusals) mutated dossiers: \(result.statements) statements, \(result.refusals) refusals",
            "with \(result.codes.count) different codes, \(result.complaints.count) complaints")
        exit(result.complaints.isEmpty && result.statements > 0 && result.refusals > 0 ? 0 : 1)
    }
}

/// What became of the dossiers of one worker, or of all.
private struct Tally {
    var statements = 0
    var refusals = 0
    var codes: Set<ProblemCode> = []
    var complaints: [String] = []

    mutating func add(_ answer: Answer, complaint: String?, evidence number: Int) {
        if answer.statement == nil { refusals += 1 } else { statements += 1 }
        for problem in answer.problems { codes.insert(problem.code) }
        if let complaint { complaints.append("dossier \(number): \(complaint)") }
    }

    mutating func add(_ other: Tally) {
        statements += other.statements
        refusals += other.refusals
        codes.formUnion(other.codes)
        complaints += other.complaints
    }
}

/// The dossier at hand in a file, so that it can be looked at when the process has died of it.
private struct Evidence {
    let path: String
    let descriptor: Int32

    init(worker: Int) {
        path = "/tmp/tranche-mutation-\(getpid())-\(worker).json"
        descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    }

    func keep(_ bytes: [UInt8]) {
        _ = ftruncate(descriptor, 0)
        _ = pwrite(descriptor, bytes, bytes.count, 0)
    }

    func remove() {
        close(descriptor)
        unlink(path)
    }
}
