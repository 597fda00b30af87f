import Testing

@testable import Storage

@Suite struct SQLScriptTests {
    @Test func cutsAtSemicolonsOutsideOfQuotesBodiesAndComments() {
        let script = """
            -- first; comment
            CREATE TABLE a (b text DEFAULT 'x;y''z;');
            CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN; END; $$;
            CREATE FUNCTION g() RETURNS void AS $body$ SELECT '$$;' $body$;
            COMMENT ON COLUMN "a;b".c IS 'it''s'; -- last; one
            SELECT $1
            -- end;
            """
        let statements = SQLScript.statements(of: Array(script.utf8))
        #expect(statements.count == 5)
        #expect(statements.first?.contains("CREATE TABLE a (b text DEFAULT 'x;y''z;')") == true)
        #expect(statements.last?.contains("SELECT $1") == true)
    }

    @Test func findsNothingInCommentsAlone() {
        #expect(SQLScript.statements(of: Array("-- nothing; here\n\n".utf8)).isEmpty)
    }
}
