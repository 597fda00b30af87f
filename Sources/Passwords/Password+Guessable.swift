/// What attackers try first (ASVS 5.0, 6.2.4 and 6.2.11).
extension Password {
    /// Whether it is one of the most common ones, or made of little else than known words, walks along the keyboard,
    /// counting and repeating. `words` are what is known about its owner: names of the account and of the department.
    public func isGuessable(knowing words: [String]) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self).lowercased()
        if Self.common.contains(text) { return true }
        let known = (Self.usual + words.flatMap(Self.parts)).map(Array.init).sorted { $0.count > $1.count }
        return Self.surprises(in: Self.period(of: Array(text)), known) < Self.fewestSurprises
    }

    /// A password that is a known word with a year and a mark behind it has five.
    private static let fewestSurprises = 8

    private static let common = Set(
        String(decoding: PackageResources.common_passwords_txt, as: UTF8.self).split(separator: "\n").map(String.init)
            .filter { !$0.hasPrefix("#") })

    private static let usual = [
        "tranche", "password", "passwort", "passwd", "welcome", "letmein", "changeme", "administrator", "admin",
        "secret", "login", "iloveyou", "default", "woaini", "mima", "密码", "口令", "管理员", "分期",
    ]

    /// A name as a whole and in its parts; what is too short to be told from chance is none.
    private static func parts(of name: String) -> [String] {
        let name = name.lowercased()
        let parts = name.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        return ([name] + parts).filter { $0.utf8.count >= 4 || $0.count >= 3 }
    }

    /// The block that the text repeats; the text itself where it repeats none.
    private static func period(of text: [Character]) -> [Character] {
        guard text.count > 1 else { return text }
        for length in 1...text.count / 2 where text.indices.allSatisfy({ text[$0] == text[$0 % length] }) {
            return Array(text[..<length])
        }
        return text
    }

    /// The characters that do not follow from those before: a known word has none, a run of three or more has one.
    private static func surprises(in text: [Character], _ known: [[Character]]) -> Int {
        var index = 0
        var count = 0
        while index < text.count {
            if let word = known.first(where: { isWord($0, in: text, at: index) }) {
                index += word.count
                continue
            }
            var end = index + 1
            while end < text.count, isStep(text[end - 1], text[end]) { end += 1 }
            index = end - index >= 3 ? end : index + 1
            count += 1
        }
        return count
    }

    private static func isWord(_ word: [Character], in text: [Character], at start: Int) -> Bool {
        start + word.count <= text.count
            && word.indices.allSatisfy { text[start + $0] == word[$0] || disguised[text[start + $0]] == word[$0] }
    }

    private static let disguised: [Character: Character] = [
        "0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i",
    ]

    /// Whether the second follows the first by repeating, counting, or along a row of the keyboard.
    private static func isStep(_ first: Character, _ second: Character) -> Bool {
        if first == second { return true }
        return rows.contains { row in
            guard let one = row.firstIndex(of: first), let other = row.firstIndex(of: second) else { return false }
            return abs(one - other) == 1
        }
    }

    private static let rows = [
        "1234567890", "0123456789", "qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz",
    ]
    .map(Array.init)
}
