public import ArgumentParser
import Glibc
public import Values

extension Language: ExpressibleByArgument {}

/// `--lang zh|en`; without it the locale decides, Chinese where it says nothing.
struct LanguageOption: ParsableArguments {
    @Option(name: .customLong("lang"), help: "Language of texts: zh or en. Default: by locale, else zh.")
    var chosen: Language?

    var language: Language { chosen ?? Self.ofLocale }

    static var ofLocale: Language {
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { continue }
            return value.hasPrefix("en") ? .english : .chinese
        }
        return .chinese
    }
}
