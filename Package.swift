// swift-tools-version: 6.3

import PackageDescription

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(
  name: "HummingbirdTesting", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let hummingbirdHTTP2 = Target.Dependency.product(name: "HummingbirdHTTP2", package: "hummingbird")
let jwtKit = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let lifecycle = Target.Dependency.product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let nioHTTPTypesHTTP1 = Target.Dependency.product(
  name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras")
let x509 = Target.Dependency.product(name: "X509", package: "swift-certificates")
let asn1 = Target.Dependency.product(name: "SwiftASN1", package: "swift-asn1")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")

/// Takes two milliseconds off every start: short relocations, no table of exported symbols, and the C++
/// library inside.
let quickStart = LinkerSetting.unsafeFlags(
  [
    "-use-ld=lld", "-L\(Context.packageDirectory)/Sources/teamsh/Linking",
    "-Xclang-linker", "-static-libgcc", "-Xlinker", "--no-export-dynamic",
    "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs",
  ], .when(platforms: [.linux], configuration: .release))

let package = Package(
  name: "teamsh",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "teamsh", targets: ["teamsh"]),
    .executable(name: "teamsh-bot", targets: ["teamsh-bot"]),
    .executable(name: "teamsh-tenant", targets: ["teamsh-tenant"]),
    // For tests, which load it into the shell.
    .library(name: "HangingResolver", type: .dynamic, targets: ["CHangingResolver"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
    .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
  ],
  targets: [
    // Layer 0: C libraries, one door each, and the document every layer passes on.
    .systemLibrary(name: "CEditline", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    // No pkgConfig from here on: its flags would link what is loaded late instead, libcurl by the first
    // request, libjq by the first expression, libxml2 by the first message, libcmark by the first one
    // written in Markdown, and libkeyutils by the first look for a remembered sign-in.
    .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CJQ", providers: [.apt(["libjq-dev"])]),
    .systemLibrary(name: "CXML2", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CCMark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CKeyutils", providers: [.apt(["libkeyutils-dev"])]),
    .target(name: "Documents"),

    // Layer 1: a line, an exchange, a text.
    .target(name: "LineEditing", dependencies: ["CEditline"]),
    .target(name: "Transport", dependencies: ["CCurl", httpTypes]),
    .target(
      name: "Output", dependencies: ["Documents", "CJQ", "CXML2", "CCMark", system],
      swiftSettings: [
        .unsafeFlags(["-Xcc", "-I/usr/include/libxml2"], .when(platforms: [.linux]))
      ]),

    // Layers 2 to 4: who asks, what is asked, what is remembered.
    .target(
      name: "Identity",
      dependencies: ["Documents", "Transport", "CKeyutils", httpTypes, crypto, cryptoExtras]),
    .target(
      name: "Graph", dependencies: ["Documents", "Identity", "Transport", httpTypes, logging]),
    .target(name: "Cache", dependencies: ["Documents", "Graph", grdb, grdbSQLite, crypto]),
    .target(name: "Records", dependencies: ["Documents", grdb, system]),
    .target(name: "Bot", dependencies: ["Documents"]),

    // Layers 5 to 7: the bot's ear; what a command is, the commands, the language, the prompt.
    .target(
      name: "BotEndpoint",
      dependencies: [
        "Bot", "Records", "Documents", "Identity", "Transport", hummingbird, hummingbirdCore,
        hummingbirdTLS, nioCore, nioHTTPTypes, nioSSL, httpTypes, crypto, cryptoExtras, logging,
      ]),
    .target(
      name: "CommandKit",
      dependencies: [
        "Documents", "Graph", "Identity", "Transport", "Cache", "Output", "Records",
        argumentParser, yams, logging,
      ]),
    .target(
      name: "Commands",
      dependencies: [
        "CommandKit", "Bot", "Documents", "Graph", "Identity", "Cache", "Output", "Records",
        argumentParser, subprocess, system,
      ]),
    .target(
      name: "Scripting",
      dependencies: ["CommandKit", "Documents", "Output", argumentParser, subprocess, system]),
    .target(
      name: "Shell",
      dependencies: [
        "Scripting", "CommandKit", "LineEditing", "Output", "Cache", "Records", "Documents",
        argumentParser,
      ]),
    .target(
      name: "Turns",
      dependencies: [
        "Commands", "CommandKit", "Bot", "Records", "Documents", "Output", logging,
      ]),

    // Aside: a tenant that answers like Graph, and shares nothing with the shell.
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "Simulator",
      dependencies: [
        "CZlib", hummingbird, hummingbirdCore, hummingbirdHTTP2, lifecycle, nioCore, nioPosix,
        nioHTTP1, nioHTTPTypes, nioHTTPTypesHTTP1, nioSSL, x509, asn1, httpTypes, jwtKit, crypto,
        cryptoExtras, grdb, logging,
      ]),

    // Layer 8: wiring.
    .executableTarget(
      name: "teamsh",
      dependencies: [
        "Shell", "Scripting", "Commands", "CommandKit", "LineEditing", "Output", "Records",
        "Cache", "Graph", "Identity", "Transport", "Documents", argumentParser, subprocess,
        logging, httpTypes, system,
      ], exclude: ["Linking"], linkerSettings: [quickStart]),
    .executableTarget(
      name: "teamsh-bot",
      dependencies: [
        "Turns", "Commands", "CommandKit", "BotEndpoint", "Documents", "Identity", "Output",
        "Records", "Transport", argumentParser, logging,
      ]),
    .executableTarget(
      name: "teamsh-tenant", dependencies: ["Simulator", argumentParser, logging]),

    // Tools, for developers.
    .executableTarget(
      name: "generate-reference", dependencies: ["Commands", "CommandKit", "Output"],
      path: "Tools/generate-reference"),
    .executableTarget(
      name: "fuzz",
      dependencies: ["CommandKit", "LineEditing", "Output", "Scripting", argumentParser],
      path: "Tools/fuzz"),

    // Tests, and what they share.
    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    .target(name: "CHangingResolver", path: "Tests/CHangingResolver"),
    .target(
      name: "TestSupport",
      dependencies: [
        "CPseudoTerminal", "Transport", "Identity", "Graph", "Cache", "CommandKit", "Commands",
        "Scripting", "Shell", "Output", "Records", "Documents", "Simulator", "BotEndpoint", "Bot",
        "Turns", httpTypes, logging,
      ], path: "Tests/TestSupport"),
    .executableTarget(
      name: "LineEditingProbe", dependencies: ["LineEditing"], path: "Tests/LineEditingProbe"),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents"]),
    .testTarget(
      name: "LineEditingTests", dependencies: ["LineEditing", "TestSupport", "LineEditingProbe"]),
    .testTarget(
      name: "TransportTests",
      dependencies: [
        "Transport", "CCurl", "Simulator", "TestSupport", hummingbird, hummingbirdHTTP2, nioCore,
        httpTypes, logging,
      ],
      // The tests stand in for the resolver, so that a name look-up can hang.
      linkerSettings: [.unsafeFlags(["-Xlinker", "--export-dynamic-symbol=getaddrinfo"])]),
    .testTarget(
      name: "OutputTests", dependencies: ["Documents", "Output", "TestSupport"],
      exclude: ["Snapshots"]),
    .testTarget(
      name: "IdentityTests",
      dependencies: [
        "Identity", "Documents", "Transport", "CKeyutils", "TestSupport", httpTypes, crypto,
        cryptoExtras,
      ]),
    .testTarget(
      name: "GraphTests",
      dependencies: [
        "Graph", "Identity", "Transport", "Documents", "TestSupport", httpTypes, logging,
      ]),
    .testTarget(name: "CacheTests", dependencies: ["Cache", "Graph", "Documents", grdb]),
    .testTarget(name: "RecordsTests", dependencies: ["Records", "Documents", "TestSupport", grdb]),
    .testTarget(name: "BotTests", dependencies: ["Bot", "Documents"]),
    .testTarget(
      name: "BotEndpointTests",
      dependencies: [
        "BotEndpoint", "Bot", "Records", "Documents", "Identity", "Transport", "TestSupport",
        httpTypes, crypto, cryptoExtras, grdb, hummingbird, logging, nioCore,
      ]),
    .testTarget(
      name: "CommandKitTests",
      dependencies: [
        "CommandKit", "Commands", "Cache", "Graph", "Identity", "Transport", "Output", "Documents",
        "Records", "TestSupport", argumentParser, yams,
      ]),
    .testTarget(
      name: "ScriptingTests",
      dependencies: ["Scripting", "CommandKit", "Documents", "Output", "TestSupport"]),
    .testTarget(
      name: "CommandsTests",
      dependencies: [
        "Commands", "CommandKit", "Graph", "Identity", "Transport", "Output", "Documents",
        "Records", "Cache", "Simulator", "TestSupport", argumentParser, httpTypes, subprocess,
      ],
      exclude: ["Snapshots", "Integration/Lines", "Integration/Snapshots"]),
    .testTarget(
      name: "TurnsTests",
      dependencies: [
        "Turns", "Bot", "Records", "Commands", "CommandKit", "Documents", "Output", "Simulator",
        "Transport", "TestSupport", logging,
      ]),
    .testTarget(
      name: "ShellTests",
      dependencies: [
        "Shell", "Scripting", "CommandKit", "Commands", "LineEditing", "Cache", "Output",
        "Documents", "Records", "TestSupport",
      ]),
    .testTarget(
      name: "SimulatorTests",
      dependencies: [
        "Simulator", hummingbird, hummingbirdTesting, nioCore, httpTypes, grdb, crypto,
        cryptoExtras, x509, asn1, subprocess, system,
      ]),
    .testTarget(
      name: "AcceptanceTests",
      dependencies: ["Commands", "CommandKit", "Scripting", "Simulator", "Output", "TestSupport"],
      exclude: ["Scripts"]),
    .testTarget(
      name: "ResilienceTests",
      dependencies: [
        "CommandKit", "Documents", "Records", "Transport", "Simulator", "TestSupport", httpTypes,
        grdb,
      ]),
    .testTarget(name: "CompletionTests", dependencies: ["TestSupport"]),
    .testTarget(name: "TerminalTests", dependencies: ["TestSupport", "Documents"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  let own = target.swiftSettings ?? []
  target.swiftSettings =
    own + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
      .enableUpcomingFeature("InferIsolatedConformances"),
      .strictMemorySafety(),
      .treatAllWarnings(as: .error),
    ]
}
