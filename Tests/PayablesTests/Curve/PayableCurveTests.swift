import Contracts
import DossierSupport
import TestSupport
import JSON
import Testing
import Values

@testable import Payables

@Suite struct PayableCurveTests {
    /// The points of a curve: score, payable of the installment just below, at and just above it, total likewise.
    private func rows(_ name: String, _ id: String) throws -> [String] {
        let dossier = try Dossier.read(Fixtures.bytes("ops/samples/meishan-\(name).json"))
        let subject = try #require(dossier.standing.terms.assessments.firstIndex { $0.id == id })
        let curve = try PayableCurve(of: dossier.assuming(.highest, for: subject), assessment: subject)
        return try curve.points.map { point in
            let figures = [point.below, point.at, point.above]
            let payables = try figures.map { try $0.map { try yuan($0.payable) } ?? "-" }.joined(separator: " ")
            let totals = try figures.map { try $0.map { try yuan($0.total) } ?? "-" }.joined(separator: " ")
            return "\(try point.score.rounded(toPlaces: 6)): \(payables) | \(totals)"
        }
    }

    private func yuan(_ fen: Fraction) throws -> String { Money(fen: Int64(fen.rounded)).description }

    @Test func tianfuFirstYear() throws {
        // 912,660 yuan for ten points, then 136,899 a point. The installment of 718,880 is used up first; the rest is
        // carried on until the six installments after it are used up too.
        #expect(
            try rows("tianfu", "y1") == [
                "0: - 0.00 0.00 | - 2516080.00 2516080.00",
                "28.379097: 0.00 0.00 0.00 | 2516080.00 2516080.00 2516080.00",
                "70: 0.00 0.00 0.00 | 8213940.00 8213940.00 8213940.00",
                "72.123244: 0.00 0.00 0.00 | 8407720.00 8407720.00 8407720.00",
                "80: 718880.00 718880.00 718880.00 | 9126600.00 9126600.00 9126600.00",
                "100: 718880.00 718880.00 - | 9126600.00 9126600.00 -",
            ])
    }

    @Test func hotlineFirstYear() throws {
        // Bands jump: 669,750 yuan at 95; below 90 the deduction is larger than the installment, so the rest is
        // carried.
        #expect(
            try rows("hotline", "y1") == [
                "0: - 893000.00 893000.00 | - 13395000.00 13395000.00",
                "80: 893000.00 0.00 0.00 | 13395000.00 12055500.00 12055500.00",
                "90: 0.00 223250.00 223250.00 | 12055500.00 12725250.00 12725250.00",
                "95: 223250.00 893000.00 893000.00 | 12725250.00 13395000.00 13395000.00",
                "100: 893000.00 893000.00 - | 13395000.00 13395000.00 -",
            ])
    }

    @Test(arguments: [("tianfu", "y1"), ("tianfu", "y3"), ("hotline", "y1"), ("hotline", "y1h1")])
    func everyScoreOfTheMeishanContracts(name: String, id: String) throws {
        let dossier = try Dossier.read(Fixtures.bytes("ops/samples/meishan-\(name).json"))
        let subject = try #require(dossier.standing.terms.assessments.firstIndex { $0.id == id })
        try compare(dossier, subject, every: 1, "\(name) \(id)")
    }

    /// Amendments, holdbacks, usage, terminations as the golden dossiers have them: two assessments of each.
    @Test func goldenDossiers() throws {
        var count = 0
        for line in Fixtures.bytes("Tests/Fixtures/golden.ndjson").split(separator: UInt8(ascii: "\n")) {
            var parser = JSONParser()
            let dossier = try Array(line).withUnsafeBufferPointer { bytes in
                try parser.parse(bytes) { golden in
                    var output = TextOutput()
                    golden.member("dossier")?.write(to: &output)
                    return output.bytes
                }.get()
            }
            let read = try Dossier.read(dossier)
            for subject in read.standing.terms.assessments.indices.prefix(3).dropFirst(count % 2).prefix(2) {
                try compare(read, subject, every: 1_250, String(decoding: line.prefix(200), as: UTF8.self))
                count += 1
            }
        }
        #expect(count > 300)
    }

    @Test(arguments: 0..<150)
    func randomDossiers(number: Int) throws {
        let seed = UInt64(20_261_121 + number)
        var generator = RandomDossier(seed: seed)
        let text = generator.json()
        try compare(try Dossier.read(Array(text.utf8)), 0, every: 7, "seed \(seed): \(text)")
    }

    @Test func randomDossiersBendAndJump() throws {
        var (bends, jumps) = (0, 0)
        for number in 0..<150 {
            var generator = RandomDossier(seed: UInt64(20_261_121 + number))
            let dossier = try Dossier.read(Array(generator.json().utf8)).assuming(.highest, for: 0)
            let points = try PayableCurve(of: dossier, assessment: 0).points.dropFirst().dropLast()
            bends += points.count { !$0.isJump }
            jumps += points.count { $0.isJump }
        }
        #expect(bends > 40 && jumps > 400, "\(bends) bends, \(jumps) jumps: the curves compared are too plain")
    }

    /// Holds the curve to the statements of every n-th of the 10,001 scores, and of those next to its points.
    private func compare(_ dossier: Dossier, _ subject: Int, every step: Int, _ name: String) throws {
        let curve = try PayableCurve(of: dossier.assuming(.highest, for: subject), assessment: subject)
        var scores = Set(stride(from: 0, through: 10_000, by: step))
        for point in curve.points {
            let near = Int((try point.score.times(Fraction(100))).roundedDown)
            scores.formUnion([near - 1, near, near + 1, near + 2].filter { (0...10_000).contains($0) })
        }
        var worst = Fraction.zero
        for hundredths in scores {
            let score = Score(hundredths: hundredths)
            let expected = try statement(of: dossier.assuming(score, for: subject))
            let figures = try #require(try curve.figures(at: Fraction(score.exact)))
            var total = Fraction.zero
            for row in expected.installments { total = try total.plus(Fraction(Int128(row.payable.fen))) }
            var differences = [try figures.total.minus(total)]
            if let installment = curve.installment {
                let row = expected.installments[installment]
                differences.append(try figures.payable.minus(Fraction(Int128(row.payable.fen))))
                differences.append(try figures.deducted.minus(Fraction(Int128(row.deducted.fen))))
            }
            for difference in differences {
                worst = max(worst, difference, try Fraction.zero.minus(difference))
            }
            // A statement rounds each line and each holdback once, by at most half a fen.
            guard worst > Fraction(5) else { continue }
            Issue.record("\(name): at \(score) the curve is off by \(worst.roundedDown) fen")
            return
        }
    }
}
