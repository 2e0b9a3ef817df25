// swift-tools-version: 6.3
import PackageDescription

let package = Package(
    name: "twinspeak",
    platforms: [.macOS(.v26)],
    products: [
        .library(name: "Twinspeak", targets: ["Twinspeak"]),
        .executable(name: "twinspeak", targets: ["TwinspeakCLI"]),
        .library(name: "TwinspeakC", type: .dynamic, targets: ["TwinspeakC"]),
    ],
    targets: [
        .target(name: "JSONCore"),
        .target(name: "ServerSentEvents"),
        .target(
            name: "Twinspeak", dependencies: ["JSONCore", "ServerSentEvents"],
            resources: [.embedInCode("Validation/Contracts"), .embedInCode("Validation/FieldLists")]),
        .executableTarget(name: "TwinspeakCLI", dependencies: ["Twinspeak"]),
        .target(name: "CTwinspeak", exclude: ["build.sh", "exports.map", "twinspeak.pc"]),
        .target(name: "TwinspeakC", dependencies: ["Twinspeak", "CTwinspeak"]),
        .target(name: "CMallocCounter"),
        .executableTarget(
            name: "TwinspeakBenchmarks", dependencies: ["Twinspeak", "JSONCore", "ServerSentEvents", "CMallocCounter"]),
        .executableTarget(name: "Fuzz", dependencies: ["Twinspeak", "JSONCore", "ServerSentEvents"]),
        .executableTarget(name: "FuzzC", dependencies: ["TwinspeakC", "CTwinspeak"]),
        .testTarget(name: "JSONCoreTests", dependencies: ["JSONCore"]),
        .testTarget(name: "ServerSentEventsTests", dependencies: ["ServerSentEvents"]),
        .testTarget(name: "TwinspeakTests", dependencies: ["Twinspeak", "JSONCore"]),
        .testTarget(name: "InterfaceTests", dependencies: ["Twinspeak", "TwinspeakCLI"]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
}
