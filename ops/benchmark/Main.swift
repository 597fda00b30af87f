import Contracts
import Glibc
import Payables

/// Measures the calculation alone: statements a second on one core for a dossier that is in memory already.
@main
struct Main {
    static func main() throws {
        guard CommandLine.arguments.count == 2, let file = fopen(CommandLine.arguments[1], "r") else {
            print("usage: benchmark DOSSIER.json")
            exit(64)
        }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, file))
        let dossier = try Dossier.read(bytes)
        var best = 0.0
        for _ in 0..<5 {
            let start = seconds()
            var rows = 0
            for _ in 0..<100_000 { rows += try statement(of: dossier).installments.count }
            best = max(best, 100_000 / (seconds() - start))
            precondition(rows > 0)
        }
        print("\(Int(best)) statements a second")
    }

    private static func seconds() -> Double {
        var now = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }
}
