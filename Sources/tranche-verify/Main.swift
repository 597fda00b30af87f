public import ArgumentParser
import Audit
import Bundles
import Glibc
public import Values

/// The auditor's program: checks a bundle without a database, without the network, without trusting whoever made it.
@main
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tranche-verify",
        abstract: "核验归档包：是否被改动、遗漏或添加，每个金额是否由合同条款和事实得出。",
        discussion: """
            Verifies a bundle: that nothing was altered, removed or slipped in, and that every amount follows from terms \
            and facts.
            退出状态：0 无问题；1 被篡改或有误；2 无法读取。 Exit status: 0 fine, 1 tampered with or wrong, 2 unreadable.
            """)

    @Argument(help: "归档包（ZIP）的路径。 The bundle.")
    var bundle: String

    @Option(
        name: .customLong("key"),
        help: ArgumentHelp("另行取得的公钥：文本，或 @文件；可重复。 A verifier key from elsewhere, or @file.", valueName: "key"))
    var keys: [String] = []

    @Option(
        name: .customLong("checkpoint"),
        help: ArgumentHelp("先前保存的检查点文件；可重复。 A checkpoint kept elsewhere.", valueName: "file"))
    var checkpoints: [String] = []

    @Flag(name: .customLong("whole-log"), help: "必须含完整日志。 Refuse a bundle that does not hold the whole log.")
    var requiresWholeLog = false

    @Option(name: .customLong("lang"), help: "zh | en")
    var language: Language = .chinese

    mutating func run() throws {
        let options = try options()
        let report: VerificationReport
        do throws(BundleError) { report = try BundleVerifier.verify(bundle, options) } catch {
            throw unreadable("\(bundle): \(error.message(in: language))")
        }
        print(report.lines(in: language).joined(separator: "\n"))
        if !report.isFine { throw ExitCode(1) }
    }

    private func options() throws -> VerificationOptions {
        var options = VerificationOptions()
        options.requiresWholeLog = requiresWholeLog
        for text in keys {
            let key =
                text.hasPrefix("@") ? String(decoding: try contents(String(text.dropFirst())), as: UTF8.self) : text
            do throws(NoteError) { options.keys.append(try VerifierKey(key.trimmed)) } catch {
                throw unreadable("--key: [\(error.rawValue)]")
            }
        }
        for path in checkpoints {
            let bytes = try contents(path)
            do throws(NoteError) { options.checkpoints.append(try SignedNote(reading: bytes)) } catch {
                throw unreadable("\(path): [\(error.rawValue)]")
            }
        }
        return options
    }

    /// A small file; what is larger than a note is none.
    private func contents(_ path: String) throws -> [UInt8] {
        guard let file = fopen(path, "rb") else {
            throw unreadable("\(path): \(BundleError.unreadable.message(in: language))")
        }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: SignedNote.largest + 1)
        let count = fread(&bytes, 1, bytes.count, file)
        return Array(bytes[..<count])
    }

    private func unreadable(_ message: String) -> ExitCode {
        let line = Array("tranche-verify: \(message)\n".utf8)
        _ = write(STDERR_FILENO, line, line.count)
        return ExitCode(2)
    }
}

extension Language: ExpressibleByArgument {}

extension String {
    fileprivate var trimmed: String { String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()) }
}
