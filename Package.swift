// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours is compiled with the same strictness (architecture.md, section 3).
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
    // The tests run on the optimised program, the one that people use, and look into it.
    .unsafeFlags(["-enable-testing"], .when(configuration: .release)),
]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let jwt = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let asn1 = Target.Dependency.product(name: "SwiftASN1", package: "swift-asn1")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "tranche",
    products: [
        .executable(name: "tranche", targets: ["tranche"]),
        .executable(name: "tranche-verify", targets: ["tranche-verify"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.7.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.1"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0", traits: []),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    ],
    targets: [
        // Floor 0: values and bytes.
        .target(name: "Values", resources: [.embedInCode("Resources/chinese-holidays.csv")], swiftSettings: strict),
        .target(name: "JSON", dependencies: ["Values"], swiftSettings: strict),
        .target(name: "Prometheus", dependencies: ["Values", metrics], swiftSettings: strict),
        .target(name: "HTML", dependencies: ["Values"], swiftSettings: strict),
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CSpawn"),
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
        .systemLibrary(name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),

        // Floor 1: pure nouns; generic machinery that knows no contracts.
        .target(name: "Contracts", dependencies: ["Values", "JSON"], swiftSettings: strict),
        .target(name: "Tables", dependencies: ["Values", "JSON"], swiftSettings: strict),
        .target(name: "YAML", dependencies: ["JSON", "Values", yams], swiftSettings: strict),
        .target(name: "Postgres", dependencies: ["CLibPQ", logging], swiftSettings: strict),
        .target(name: "Requests", dependencies: ["Values", "JSON"], swiftSettings: strict),
        .target(name: "Cluster", dependencies: ["CSpawn"], swiftSettings: strict),
        .target(
            name: "Passwords", dependencies: ["CSodium", crypto],
            resources: [.embedInCode("Resources/common-passwords.txt")], swiftSettings: strict),
        .target(
            name: "SingleSignOn", dependencies: ["JSON", "Values", jwt, httpClient, nioCore, nioHTTP],
            swiftSettings: strict),

        // Floor 2: the calculation, the journal's bytes, the database.
        .target(name: "Payables", dependencies: ["Contracts", "Values", "JSON"], swiftSettings: strict),
        .target(
            name: "Audit", dependencies: ["Contracts", "Requests", "Values", "JSON", crypto, asn1],
            swiftSettings: strict),
        .target(
            name: "Documents",
            dependencies: [
                "Tables", "Payables", "Contracts", "Requests", "Values", "JSON", "CArchive", "CExpat", "CPango",
                "CQRencode",
                "CXLSXWriter",
            ],
            resources: [.embedInCode("OCDS/Extension")], swiftSettings: strict),
        .target(
            name: "Migrations", path: "sql", exclude: ["schema.sql"], sources: ["Migrations.swift"],
            resources: [.embedInCode("migrations"), .embedInCode("roles.sql")], swiftSettings: strict),
        .target(
            name: "Storage",
            dependencies: [
                "Audit", "Payables", "Contracts", "Requests", "Values", "JSON", "Postgres", "Migrations", logging,
            ],
            swiftSettings: strict),

        // Between: what pages and files show of figures, drawn as markup; pixels are its only floating point.
        .target(
            name: "Pictures", dependencies: ["HTML", "Payables", "Contracts", "Values"],
            resources: [.embedInCode("Resources/pictures.css")], swiftSettings: strict),

        // Between: a contract computed again from its journal, what that gives cause to ask about, and reports (pure).
        .target(
            name: "Reperformance", dependencies: ["Audit", "Payables", "Contracts", "Requests", "Values", "JSON"],
            swiftSettings: strict),
        .target(
            name: "Examination",
            dependencies: ["Reperformance", "Audit", "Payables", "Contracts", "Requests", "Values", "JSON"],
            swiftSettings: strict),
        .target(
            name: "Reports",
            dependencies: [
                "Examination", "Reperformance", "Tables", "Audit", "Payables", "Contracts", "Requests", "Values",
            ],
            swiftSettings: strict),

        // Floor 3: one use case a file; what an auditor takes away, and its verifier.
        .target(
            name: "Bundles",
            dependencies: [
                "Reperformance", "Reports", "Audit", "Payables", "Contracts", "Requests", "Tables", "Values", "JSON",
                "CArchive",
            ],
            resources: [.embedInCode("Resources/data-dictionary.md")], swiftSettings: strict),
        .target(
            name: "Operations",
            dependencies: [
                "Bundles", "Documents", "Reports", "Examination", "Reperformance", "Tables", "Storage", "Audit",
                "Payables",
                "Contracts", "Requests", "Values", "JSON", "Postgres", "Cluster", "Passwords", logging,
            ], swiftSettings: strict),

        // Floor 4 and 5: the doors and the wiring.
        .target(
            name: "CLI",
            dependencies: [
                "Operations", "Documents", "Pictures", "HTML", "Audit", "Passwords", "Reports", "Payables", "Contracts",
                "Tables",
                "Values", "JSON", "YAML", arguments, logging,
            ],
            swiftSettings: strict),
        .target(
            name: "Serving",
            dependencies: [
                "Operations", "Passwords", "SingleSignOn", "Contracts", "Prometheus", "Values", "JSON", hummingbird,
                hummingbirdCore, hummingbirdTLS, lifecycle, unixSignals, metrics, configuration, logging, httpTypes,
                nioCore, nioPosix, nioHTTP, nioHTTPTypes, nioSSL, httpClient, "Requests", "Storage",
            ], swiftSettings: strict),
        .target(
            name: "API",
            dependencies: [
                "Serving", "Operations", "Documents", "Storage", "Audit", "Passwords", "Payables", "Contracts",
                "Requests", "Values", "JSON", httpTypes, nioCore,
            ], swiftSettings: strict),
        .target(
            name: "Web",
            dependencies: [
                "HTML", "Pictures", "Serving", "Operations", "Documents", "Storage", "Audit", "Passwords", "Payables",
                "Contracts", "Requests", "Reports", "Examination", "Tables", "Values", "JSON", "YAML", crypto,
                httpTypes,
                nioCore,
            ],
            resources: [
                "base.css", "layout.css", "forms.css", "tables.css", "audit.css", "contracts.css", "payments.css",
                "assessments.css", "registration.css", "site.js", "icon.svg", "templates",
            ].map { .embedInCode("Resources/" + $0) }, swiftSettings: strict),
        .executableTarget(
            name: "tranche", dependencies: ["CLI", "API", "Web", "Serving", arguments, logging], swiftSettings: strict),
        .executableTarget(
            name: "tranche-verify", dependencies: ["Bundles", "Audit", "Values", arguments], swiftSettings: strict),

        // What ops/bench measures.
        .executableTarget(
            name: "benchmark", dependencies: ["Contracts", "Payables"], path: "ops/benchmark",
            exclude: ["contracts.py", "scripts.py", "requests.lua", "main.sh", "audit.sh", "http.sh", "pages.sh"],
            swiftSettings: strict),

        // Tests mirror the sources.
        .target(
            name: "TestSupport", dependencies: ["Cluster", "Postgres", logging], path: "Tests/TestSupport",
            swiftSettings: strict),
        .testTarget(
            name: "YAMLTests", dependencies: ["YAML", "Payables", "Contracts", "Values", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "AuditTests", dependencies: ["Audit", "Contracts", "Values", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "BundlesTests",
            dependencies: [
                "Bundles", "Reperformance", "Audit", "Payables", "Contracts", "Requests", "Values", "JSON",
                "DossierSupport", "TestSupport",
            ], swiftSettings: strict),
        .testTarget(
            name: "ExaminationTests",
            dependencies: [
                "Examination", "Reperformance", "Audit", "Payables", "Contracts", "Requests", "Values", "JSON",
                "DossierSupport", "TestSupport",
            ], swiftSettings: strict),
        .target(
            name: "DossierSupport", dependencies: ["Payables", "Contracts", "Values", "JSON", "TestSupport"],
            path: "Tests/DossierSupport", swiftSettings: strict),
        .executableTarget(
            name: "mutation-run", dependencies: ["DossierSupport", "Contracts", "JSON", "TestSupport"],
            path: "Tests/MutationRun",
            swiftSettings: strict),
        .testTarget(
            name: "RequestsTests", dependencies: ["Requests", "Values", "JSON", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "TablesTests", dependencies: ["Tables", "Values", "JSON", "TestSupport"], swiftSettings: strict),
        .target(
            name: "ReportSupport",
            dependencies: ["Reports", "Tables", "Payables", "Contracts", "Requests", "Values", "DossierSupport"],
            path: "Tests/ReportSupport", swiftSettings: strict),
        .testTarget(
            name: "ReportsTests",
            dependencies: ["Reports", "Tables", "Payables", "Values", "ReportSupport", "DossierSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "DocumentsTests",
            dependencies: [
                "Documents", "Reports", "Tables", "Payables", "Contracts", "Requests", "Values", "JSON", "CArchive",
                "ReportSupport", "DossierSupport", "TestSupport",
            ], swiftSettings: strict),
        .testTarget(name: "HTMLTests", dependencies: ["HTML", "Values", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "PicturesTests",
            dependencies: ["Pictures", "HTML", "Payables", "Contracts", "Values", "DossierSupport", "TestSupport"],
            swiftSettings: strict),
        .testTarget(name: "JSONTests", dependencies: ["JSON", "Values", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "ContractsTests",
            dependencies: ["Contracts", "Values", "JSON", "DossierSupport", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "PayablesTests",
            dependencies: ["Payables", "Contracts", "Values", "JSON", "DossierSupport", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "CLITests",
            dependencies: [
                "CLI", "Pictures", "HTML", "Payables", "Contracts", "Values", "JSON", "YAML", "TestSupport", "tranche",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "StorageTests",
            dependencies: ["Storage", "Migrations", "Postgres", "Cluster", "TestSupport", logging],
            swiftSettings: strict),
        .testTarget(
            name: "OperationsTests",
            dependencies: [
                "Operations", "Bundles", "Documents", "Examination", "Storage", "Audit", "Payables", "Contracts",
                "Requests", "Values", "JSON", "Postgres", "Cluster", "Passwords", "IdentitySupport", "TestSupport",
                logging,
            ], swiftSettings: strict),
        .testTarget(
            name: "APITests",
            dependencies: [
                "API", "Web", "Serving", "Operations", "Bundles", "Audit", "Storage", "Postgres", "Cluster",
                "Passwords", "Prometheus", "Values", "JSON",
                "Payables", "Contracts", "DossierSupport", "IdentitySupport", "TestSupport", logging, metrics,
                lifecycle, httpTypes, nioCore,
                nioPosix, nioSSL, hummingbird, configuration,
            ], swiftSettings: strict),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Web", "Serving", "HTML", "Operations", "Contracts", "Requests", "JSON", "Values", "TestSupport",
                httpTypes,
            ],
            swiftSettings: strict),
        .target(
            name: "IdentitySupport", dependencies: ["Passwords", "Values", crypto, cryptoExtras],
            path: "Tests/IdentitySupport",
            swiftSettings: strict),
        .testTarget(
            name: "SingleSignOnTests",
            dependencies: ["SingleSignOn", "IdentitySupport", "Values", crypto, cryptoExtras],
            swiftSettings: strict),
        .testTarget(name: "PasswordsTests", dependencies: ["Passwords"], swiftSettings: strict),
        .testTarget(name: "ValuesTests", dependencies: ["Values", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "TidyTests", dependencies: ["TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "PostgresTests", dependencies: ["Postgres", "Cluster", "TestSupport", logging], swiftSettings: strict),
        .testTarget(name: "ClusterTests", dependencies: ["Cluster", "Postgres", "TestSupport"], swiftSettings: strict),
    ]
)
