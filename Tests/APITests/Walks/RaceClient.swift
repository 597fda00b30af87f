import NIOCore
import TestSupport
import Testing

@testable import API
@testable import Serving

/// One of many that ask, approve and pay at the same time: it goes away without waiting, asks again, and repeats what
/// others asked.
struct RaceClient {
    /// Attempts at one command before the race counts as lost.
    private static let tries = 60

    let number: Int
    let office: RaceOffice
    let ledger: RaceLedger
    let cluster: MortalCluster
    let port: Int
    private var generator: SeededGenerator
    private var commands = 0

    init(_ number: Int, _ office: RaceOffice, _ ledger: RaceLedger, _ cluster: MortalCluster, port: Int) {
        self.number = number
        self.office = office
        self.ledger = ledger
        self.cluster = cluster
        self.port = port
        generator = SeededGenerator(named: "race \(number)")
    }

    /// Carries out so many commands; `restarting` names the signals by which the server ends, each when so many
    /// answers were given.
    mutating func run(turns: Int, restarting: [Int: Int32]) async throws {
        for _ in 0..<turns {
            let isRepetition = Int.random(in: 0..<5, using: &generator) == 0
            let command = (isRepetition ? ledger.earlier(&generator) : nil) ?? next()
            ledger.begin(command)
            try await carryOut(command, restarting)
        }
    }

    private mutating func carryOut(_ command: RaceCommand, _ restarting: [Int: Int32]) async throws {
        for _ in 0..<Self.tries {
            guard let answer = try await attempt(command) else { continue }
            if answer.status == 503 {
                ledger.lost(command, "503 \(answer.code)")
                try await cluster.settled()
                continue
            }
            if answer.code == "idempotency-key-busy" {
                ledger.count("409 \(answer.code)")
                continue
            }
            let answers = ledger.note(answer.verdict(on: command), to: command, answer.request(of: command))
            if let signal = restarting[answers] { cluster.restart(signal) }
            return
        }
        Issue.record("\(command.key) got no answer in \(Self.tries) attempts")
    }

    /// Sends the command once; nil where no answer came, or nobody waited for one.
    private mutating func attempt(_ command: RaceCommand) async throws -> RawAnswer? {
        let text = Array(command.text(token: office.tokens[command.person] ?? "").utf8)
        let whim = Int.random(in: 0..<16, using: &generator)
        let sent = whim == 0 ? Int.random(in: 1..<text.count, using: &generator) : text.count
        do {
            let answer = try await RawConnection.open(port: port) { connection in
                try await connection.send(Array(text.prefix(sent)))
                return whim < 3 ? nil : try await connection.answer()
            }
            if answer == nil { ledger.lost(command, sent < text.count ? "cut short" : "not waited for") }
            return answer
        } catch let error as IOError {
            ledger.lost(command, "errno \(error.errnoCode)")
            return nil
        }
    }

    private mutating func next() -> RaceCommand {
        commands += 1
        let key = "race-\(number)-\(commands)"
        let open = ledger.open.randomElement(using: &generator)
        guard let open, Int.random(in: 0..<4, using: &generator) > 0 else {
            return office.raise(key, &generator)
        }
        // Now and then it is not that step's turn.
        let isLost = Int.random(in: 0..<8, using: &generator) == 0
        let step = isLost ? RaceOffice.steps.randomElement(using: &generator) ?? "" : open.waitsFor
        return office.step(step, of: open.id, key, &generator)
    }
}

extension RawAnswer {
    /// The last part of a problem's type; empty where it is none.
    fileprivate var code: String { string("/type").map { String($0.split(separator: "/").last ?? "") } ?? "" }

    fileprivate func verdict(on command: RaceCommand) -> RaceAnswer {
        guard (200..<300).contains(status) else {
            #expect((400..<500).contains(status), "\(command.key): \(status) \(text)")
            return .refused(status: status, code: code)
        }
        let pointer = if case .pay = command.act { "/payment" } else { "/id" }
        let id = string(pointer)
        #expect(id != nil, "\(command.key): \(text)")
        return .acknowledged(id: id ?? "", isReplayed: field("Idempotent-Replayed") == "true")
    }

    /// The request that an answer shows, as it stands after it.
    fileprivate func request(of command: RaceCommand) -> (id: String, waitsFor: String?)? {
        let place = if case .pay = command.act { "/request" } else { "" }
        return string(place + "/id").map { ($0, string(place + "/waitsFor")) }
    }
}
