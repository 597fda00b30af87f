import Glibc
import Testing

@testable import Cluster

@Suite struct DirectoryTests {
    @Test func aPathTooLongForASocketGetsAShortDirectoryForIt() async throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let long = scratch.path + "/" + String(repeating: "contract/", count: 12) + "cluster"
        let first = try await Cluster.open(directory: long)
        let second = try await Cluster.open(directory: long)
        #expect(first.connection.host.hasPrefix("/tmp/tranche-"))
        #expect(second.connection == first.connection)
        try await first.close()
        #expect(try second.answer("SELECT 1") == "1")
        try await second.close()
        #expect(Files.information(first.connection.host) == nil)
    }

    @Test func aShortDirectoryOpenToOthersIsRefused() async throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let long = try ClusterDirectory.prepare(scratch.path + "/" + String(repeating: "x", count: 100))
        let short = SocketDirectory.path(for: long)
        mkdir(short, 0o700)
        chmod(short, 0o777)
        defer { rmdir(short) }
        await #expect(throws: ClusterError.socketDirectoryUnsafe(path: short)) {
            _ = try await Cluster.open(directory: long.path)
        }
    }

    @Test(arguments: ["it's my contract", "it's, \"my\" 合同", #"back\slash"#])
    func noCharacterInThePathDoesHarm(name: String) async throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let cluster = try await Cluster.open(directory: scratch.path + "/" + name)
        #expect(try cluster.answer("SELECT 1") == "1")
        try await cluster.close()
    }

    @Test func aLineBreakInThePathIsRefused() async throws {
        let error = await #expect(throws: ClusterError.self) { _ = try await Cluster.open(directory: "/tmp/two\nlines") }
        #expect(error?.code == "cluster.directory-unusable")
    }

    @Test func aLinkLeadsToTheSameCluster() async throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let cluster = try await Cluster.open(directory: scratch.cluster)
        symlink(scratch.cluster, scratch.path + "/link")
        let same = try await Cluster.open(directory: scratch.path + "/link")
        #expect(same.connection == cluster.connection)
        try await same.close()
        try await cluster.close()
    }

    @Test func aDirectoryWithOtherFilesIsLeftAlone() async throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        try overwrite(scratch.path + "/letter.txt", with: ["Dear Sir"])
        await #expect(throws: ClusterError.directoryForeign(path: scratch.path)) {
            _ = try await Cluster.open(directory: scratch.path)
        }
        #expect(Files.information(scratch.path)?.st_mode == S_IFDIR | 0o755)
    }

    @Test func aDirectoryThatCannotBeMadeIsReported() async throws {
        await #expect(throws: ClusterError.directoryUnusable(path: "/proc/tranche/cluster", reason: "No such file or directory")) {
            _ = try await Cluster.open(directory: "/proc/tranche/cluster")
        }
    }

    @Test(.enabled(if: geteuid() != 0)) func aDirectoryThatCannotBeReadIsReported() async throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        mkdir(scratch.cluster, 0)
        await #expect(throws: ClusterError.directoryUnusable(path: scratch.cluster, reason: "Permission denied")) {
            _ = try await Cluster.open(directory: scratch.cluster)
        }
    }

    @Test(.enabled(if: geteuid() == 0)) func aParentClosedToPostgresIsNamedAndNothingIsMade() async throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let closed = scratch.path + "/closed"
        mkdir(closed, 0o700)
        let path = closed + "/deep/cluster"
        await #expect(throws: ClusterError.directoryUnreachable(path: path, closed: closed, account: "postgres")) {
            _ = try await Cluster.open(directory: path)
        }
        #expect(Files.names(in: closed) == [])
    }

    @Test(.enabled(if: geteuid() == 0)) func anotherUsersDirectoryIsServedAsThatUser() async throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let owner = try #require(Account(named: "nobody"))
        mkdir(scratch.cluster, 0o700)
        chown(scratch.cluster, owner.user, owner.group)
        let cluster = try await Cluster.open(directory: scratch.cluster)
        #expect(Files.information("/proc/\(try cluster.postmaster())")?.st_uid == owner.user)
        try await cluster.close()
    }
}
