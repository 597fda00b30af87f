import Glibc
import TestSupport
import Testing

@testable import Cluster

@Suite struct TestClusterTests {
    @Test func everyTestGetsTheSameRunningCluster() async throws {
        let cluster = try await TestCluster.shared
        #expect(try await TestCluster.shared === cluster)
        #expect(try cluster.answer("SELECT 1") == "1")
    }

    @Test func theClusterIsGoneWhenTheRunEnds() async throws {
        let result = try await #require(processExitsWith: .success, observing: [\.standardOutputContent]) {
            let directory = try await TestCluster.shared.directory
            write(STDOUT_FILENO, directory, directory.utf8.count)
            exit(0)
        }
        let directory = String(decoding: result.standardOutputContent, as: UTF8.self)
        #expect(directory.hasPrefix("/tmp/tranche-"))
        #expect(Files.information(directory) == nil)
    }

    /// The first numbers of Vigna's reference splitmix64.c for this seed.
    @Test func theGeneratorGivesTheReferenceNumbers() {
        var generator = SeededGenerator(seed: 1_234_567)
        #expect(
            (1...3).map { _ in generator.next() } == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            ])
    }

    @Test func theRootHoldsThePackage() {
        #expect(Files.information(Fixtures.repositoryRoot + "/Package.swift") != nil)
    }
}
