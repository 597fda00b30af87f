import Testing

@testable import Cluster

@Suite struct ClusterConnectionTests {
    @Test func theSettingsAreQuotedAsLibpqReadsThem() {
        let connection = ClusterConnection(host: #"/tmp/it's \ here"#, port: 5432)
        #expect(
            connection.conninfo(database: "tranche", user: "app")
                == #"host='/tmp/it\'s \\ here' port='5432' user='app' dbname='tranche'"#)
    }
}
