import Glibc
import Testing

@testable import Postgres

@Suite struct SettingsTests {
    @Test func defaultsGiveWayToTheUser() throws {
        let keywords = try Settings(conninfo: "host=h connect_timeout=9").keywords()
        #expect(!keywords.contains { $0.0 == "connect_timeout" })
        #expect(keywords.contains { $0 == ("tcp_user_timeout", "3000") })
        let address = try Settings(conninfo: "postgresql://h/d?keepalives_idle=7").keywords()
        #expect(!address.contains { $0.0 == "keepalives_idle" })
        #expect(address.contains { $0 == ("connect_timeout", "3") })
    }

    @Test func optionsAreAddedToTheUsersOwn() throws {
        let settings = Settings(conninfo: "options='-c geqo=off'", session: ["search_path": "a b\\c"])
        let options = try settings.keywords().last { $0.0 == "options" }?.1
        #expect(options == #"-c geqo=off -c search_path=a\ b\\c -c TimeZone=UTC -c DateStyle=ISO,\ MDY"#)
    }

    @Test func sessionsArePinned() async throws {
        try await withDatabase(session: ["statement_timeout": "4321ms"]) { database in
            let settings = try await database.query(
                """
                SELECT current_setting('TimeZone'), current_setting('DateStyle'), current_setting('client_encoding'),
                    current_setting('statement_timeout')
                """)
            let read = try settings.one { row throws(PostgresError) in
                (try row.text(0), try row.text(1), try row.text(2), try row.text(3))
            }
            #expect(read == ("UTC", "ISO, MDY", "UTF8", "4321ms"))
        }
    }

    /// In a process of its own, because the environment belongs to the whole process.
    @Test func aServiceFileIsFollowedAndTheSessionStillOurs() async throws {
        let conninfo = try TestCluster.shared.get().conninfo
        await #expect(processExitsWith: .success) { [conninfo = conninfo as String] in
            let path = "/tmp/tranche-service-\(getpid())"
            let file = try #require(fopen(path, "w"))
            fputs("[tranche]\n\(conninfo.split(separator: " ").joined(separator: "\n"))\n", file)
            fputs("application_name=from-the-file\noptions=-c TimeZone=Asia/Shanghai\n", file)
            fclose(file)
            defer { unlink(path) }
            setenv("PGSERVICEFILE", path, 1)
            let settings = Settings(conninfo: "service=tranche", session: ["statement_timeout": "4321ms"])
            let database = try Database(settings, logger: quiet)
            let rows = try await database.query(
                """
                SELECT current_setting('TimeZone'), current_setting('application_name'), current_setting('statement_timeout')
                """)
            let read = try rows.one { row throws(PostgresError) in (try row.text(0), try row.text(1), try row.text(2)) }
            guard read == ("UTC", "from-the-file", "4321ms") else { exit(1) }
            await database.close()
        }
    }

    @Test func aRoleThatPrefersAnotherZoneIsOverruled() async throws {
        let cluster = try TestCluster.shared.get()
        try await withDatabase { database in
            try await database.run("CREATE ROLE traveller LOGIN")
            try await database.run("ALTER ROLE traveller SET TimeZone = 'Asia/Shanghai'")
        }
        let traveller = try Database(Settings(conninfo: cluster.conninfo + " user=traveller"), logger: quiet)
        let zone = try await traveller.query("SHOW TimeZone").one { row throws(PostgresError) in try row.text(0) }
        #expect(zone == "UTC")
        await traveller.close()
    }
}
