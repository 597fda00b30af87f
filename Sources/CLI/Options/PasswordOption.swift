import ArgumentParser
import Glibc
import Passwords

/// Where a password that is set comes from: standard input, or chance. Never an argument, which other users could see.
struct PasswordOption: ParsableArguments {
    @Flag(
        name: .customLong("password-stdin"),
        help: "Reads the password as one line from standard input. Without it a random one is made and printed once.")
    var isRead = false

    /// The password, and its text where it was made here and is to be printed.
    func take() throws -> (password: Password, printed: String?) {
        guard isRead else {
            let made = Password.random()
            return (made.password, made.text)
        }
        var line: [UInt8] = []
        while line.count <= Self.mostBytes, let block = try InputFile.readBlock(STDIN_FILENO, "-", size: 1) {
            if block == [0x0A] { break }
            line += block
        }
        if line.last == 0x0D { line.removeLast() }
        return (Password(String(decoding: line, as: UTF8.self)), nil)
    }

    /// One more than a password may have: a longer one is refused, not cut.
    private static let mostBytes = 1024
}
