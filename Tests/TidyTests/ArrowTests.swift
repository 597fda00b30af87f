import Testing

/// The floors of architecture.md, section 2: arrows point only downward.
struct ArrowTests {
    /// Which of our targets each target may import.
    static let arrows: [String: Set<String>] = [
        "Values": [],
        "JSON": ["Values"],
        "Contracts": ["Values", "JSON"],
        "Tables": ["Values", "JSON"],
        "YAML": ["JSON", "Values"],
        "Requests": ["Values", "JSON"],
        "Postgres": ["CLibPQ"],
        "Cluster": ["CSpawn"],
        "Passwords": ["CSodium"],
        "SingleSignOn": ["JSON", "Values"],
        "Payables": ["Contracts", "Values", "JSON"],
        "Audit": ["Contracts", "Requests", "Values", "JSON"],
        "Storage": ["Audit", "Payables", "Contracts", "Requests", "Values", "JSON", "Postgres", "Migrations"],
        "Reperformance": ["Audit", "Payables", "Contracts", "Requests", "Values", "JSON"],
        "Examination": ["Reperformance", "Audit", "Payables", "Contracts", "Requests", "Values", "JSON"],
        "Reports": [
            "Examination", "Reperformance", "Tables", "Audit", "Payables", "Contracts", "Requests", "Values",
        ],
        "Documents": [
            "Tables", "Payables", "Contracts", "Requests", "Values", "JSON", "CArchive", "CExpat", "CPango",
            "CQRencode",
            "CXLSXWriter",
        ],
        "Bundles": [
            "Reperformance", "Reports", "Audit", "Payables", "Contracts", "Requests", "Tables", "Values", "JSON",
            "CArchive",
        ],
        "Operations": [
            "Bundles", "Documents", "Reports", "Examination", "Reperformance", "Tables", "Storage", "Audit", "Payables",
            "Contracts", "Requests", "Values", "JSON", "Postgres", "Cluster", "Passwords",
        ],
        "CLI": [
            "Operations", "Documents", "Pictures", "HTML", "Audit", "Passwords", "Reports", "Payables", "Contracts",
            "Tables", "Values", "JSON", "YAML",
        ],
        "Prometheus": ["Values"],
        "HTML": ["Values"],
        "Pictures": ["HTML", "Payables", "Contracts", "Values"],
        "Serving": [
            "Operations", "Passwords", "SingleSignOn", "Contracts", "Prometheus", "Requests", "Storage", "Values",
            "JSON",
        ],
        "API": [
            "Serving", "Operations", "Documents", "Storage", "Audit", "Passwords", "Payables", "Contracts", "Requests",
            "Values", "JSON",
        ],
        "Web": [
            "HTML", "Pictures", "Serving", "Operations", "Documents", "Storage", "Audit", "Passwords", "Payables",
            "Contracts", "Requests", "Reports", "Examination", "Tables", "Values", "JSON", "YAML",
        ],
        "tranche": ["CLI", "API", "Web", "Serving"],
        "tranche-verify": ["Bundles", "Audit", "Values"],
    ]

    /// What a target may import that is not ours.
    static let libraries: [String: Set<String>] = [
        "YAML": ["CYaml", "Yams"],
        "Postgres": ["Logging", "Glibc", "Dispatch", "Synchronization"],
        "Cluster": ["Glibc", "Dispatch", "Synchronization", "Foundation"],
        "Passwords": ["Dispatch", "Synchronization", "Crypto", "Glibc"],
        "SingleSignOn": ["JWTKit", "AsyncHTTPClient", "NIOCore", "NIOHTTP1", "FoundationEssentials", "Glibc"],
        "Audit": ["Crypto", "SwiftASN1"],
        "Bundles": ["Glibc"],
        "Documents": ["Glibc", "Synchronization"],
        "Storage": ["Logging", "Glibc", "Dispatch", "Synchronization"],
        "Operations": ["Logging", "Glibc", "Dispatch", "Synchronization"],
        "Prometheus": ["Metrics", "Synchronization"],
        "API": ["HTTPTypes", "NIOCore"],
        "Web": ["HTTPTypes", "NIOCore", "Crypto"],
        "Serving": [
            "Hummingbird", "HummingbirdCore", "HummingbirdTLS", "HTTPTypes", "NIOCore", "NIOPosix", "NIOHTTP1",
            "NIOHTTPTypes",
            "NIOSSL", "AsyncHTTPClient", "ServiceLifecycle", "UnixSignals", "Configuration", "Metrics", "Logging",
            "Glibc",
            "Synchronization",
        ],
        "tranche": ["ArgumentParser", "Logging"],
        "tranche-verify": ["ArgumentParser", "Glibc"],
        "CLI": ["ArgumentParser", "Logging", "Glibc", "Dispatch", "Synchronization"],
    ]

    @Test func everyTargetIsKnown() {
        #expect(Set(SourceFile.sources.map(\.target)) == Set(Self.arrows.keys))
    }

    @Test(arguments: SourceFile.sources)
    func importsOnlyWhatItsFloorAllows(_ file: SourceFile) {
        let allowed = Self.arrows[file.target, default: []].union(Self.libraries[file.target, default: []])
        #expect(Set(file.imports).subtracting(allowed) == [])
    }

    /// No clock, no locale, no floating point: the same dossier gives the same bytes on any machine on any day.
    @Test(
        arguments: SourceFile.sources.filter {
            [
                "Values", "JSON", "Tables", "Contracts", "Requests", "Payables", "Reports", "Audit", "Reperformance",
                "Examination", "Bundles", "HTML",
            ].contains($0.target)
        })
    func pureTargetsKnowNoClockAndNoFloatingPoint(_ file: SourceFile) {
        let forbidden: Set<Substring> = [
            "Double", "Float", "Float16", "Float80", "Decimal", "Date", "Clock", "ContinuousClock", "SuspendingClock",
            "Task", "print",
            "random", "SystemRandomNumberGenerator", "getenv", "clock_gettime", "Locale",
        ]
        for (number, line) in file.code.enumerated() {
            let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
            #expect(forbidden.isDisjoint(with: words), "\(file):\(number + 1): \(line)")
        }
    }
}
