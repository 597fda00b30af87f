import Documents
import Glibc
import Payables
import Testing
import Values

/// Writes papers into the directory TRANCHE_SAMPLE_PAPERS, for tools that are not ours to look at (Tests/Service/papers.sh).
struct SamplePaperTests {
    @Test func writesSamples() throws {
        for (name, bytes) in try Self.samples {
            #expect(bytes.starts(with: Array("%PDF-1.".utf8)), "\(name)")
            guard let directory = getenv("TRANCHE_SAMPLE_PAPERS").map({ String(cString: $0) }) else { continue }
            let file = try #require(fopen("\(directory)/\(name).pdf", "wb"))
            #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
            #expect(fclose(file) == 0)
        }
    }

    private static var samples: [(String, [UInt8])] {
        get throws {
            let tianfu = try PaperSamples.tianfu()
            let early = try PaperSamples.tianfu(rectified: false)
            let hotline = try PaperSamples.hotline()
            let request = try PaperSamples.request(on: tianfu, "y1-balance")
            let form = try #require(PaymentForm(of: request, on: tianfu, with: PaperSamples.surroundings))
            let notice = try #require(
                AssessmentNotice(of: "y1", on: early, printedAt: PaperSamples.printedAt, in: .chinese))
            let combined = try #require(
                AssessmentNotice(of: "y1", on: hotline, printedAt: PaperSamples.printedAt, in: .english))
            return [
                ("form", try form.pdf()), ("notice", try notice.pdf()), ("notice-en", try combined.pdf()),
                ("statement", try paper(tianfu, .chinese).pdf()), ("statement-en", try paper(hotline, .english).pdf()),
            ]
        }
    }

    private static func paper(_ statement: Statement, _ language: Language) -> StatementPaper {
        StatementPaper(
            statement, hash: PaperSamples.hash, checkpoint: PaperSamples.checkpoint, printedAt: PaperSamples.printedAt,
            in: language)
    }
}
