-- Which departments hold a document, each under a name of its own: none learns from its own row that others hold it.
-- A department comes to hold only bytes that are all there and hash to their name, whoever sent them first.
CREATE TABLE document_holding (
    document bytea NOT NULL CONSTRAINT document_holding_document REFERENCES document,
    department bigint NOT NULL,
    name text NOT NULL,
    media_type text COLLATE "C" NOT NULL,
    uploaded_by bigint NOT NULL,
    uploaded_at timestamptz NOT NULL,
    CONSTRAINT document_holding_pkey PRIMARY KEY (document, department),
    CONSTRAINT document_holding_home FOREIGN KEY (uploaded_by, department) REFERENCES account (id, department),
    CONSTRAINT document_name_form CHECK (
        octet_length(name) BETWEEN 1 AND 200 AND name IS NFC NORMALIZED AND name = btrim(name) AND name NOT IN ('.', '..')
        AND name !~ '[/\\\u0001-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]'),
    CONSTRAINT document_media_type_known CHECK (
        media_type IN ('application/pdf', 'application/ofd', 'application/xml', 'image/png', 'image/jpeg', 'image/tiff'))
);

COMMENT ON TABLE document_holding IS 'Each department that uploaded a document.';
COMMENT ON COLUMN document_holding.document IS 'SHA-256 of the document.';
COMMENT ON COLUMN document_holding.department IS 'The department of who uploaded it.';
COMMENT ON COLUMN document_holding.name IS 'Name of the file at the first upload.';
COMMENT ON COLUMN document_holding.media_type IS 'What its bytes are, as found by looking at them.';
COMMENT ON COLUMN document_holding.uploaded_by IS 'Who uploaded it first.';
COMMENT ON COLUMN document_holding.uploaded_at IS 'When.';

CREATE FUNCTION document_refuse_other_bytes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT sha256(string_agg(bytes, ''::bytea ORDER BY number)) FROM public.document_chunk
        WHERE document = NEW.document) IS DISTINCT FROM NEW.document
    THEN
        RAISE EXCEPTION 'the bytes stored are not those of the document' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'document_holding_whole', TABLE = 'document_holding';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION document_refuse_other_bytes() IS 'Refuses a holding of bytes that do not hash to their name.';

CREATE TRIGGER document_holding_whole AFTER INSERT ON document_holding
    FOR EACH ROW EXECUTE FUNCTION document_refuse_other_bytes();
ALTER TABLE document_holding ENABLE ALWAYS TRIGGER document_holding_whole;
