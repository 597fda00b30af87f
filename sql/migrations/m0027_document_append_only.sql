-- Evidence is never changed or removed.
CREATE TRIGGER document_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON document
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER document_chunk_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON document_chunk
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER document_holding_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON document_holding
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE document ENABLE ALWAYS TRIGGER document_append_only;
ALTER TABLE document_chunk ENABLE ALWAYS TRIGGER document_chunk_append_only;
ALTER TABLE document_holding ENABLE ALWAYS TRIGGER document_holding_append_only;
