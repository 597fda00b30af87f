-- Evidence, named by its content. Who holds it is another table: nothing here tells where it came from.
CREATE TABLE document (
    sha256 bytea NOT NULL CONSTRAINT document_pkey PRIMARY KEY,
    size integer NOT NULL,
    CONSTRAINT document_with_size UNIQUE (sha256, size),
    CONSTRAINT document_hash_size CHECK (octet_length(sha256) = 32),
    CONSTRAINT document_size CHECK (size BETWEEN 1 AND 20971520)
);

COMMENT ON TABLE document IS 'Each piece of evidence by its content, stored once and never changed.';
COMMENT ON COLUMN document.sha256 IS 'SHA-256 of its bytes: its name.';
COMMENT ON COLUMN document.size IS 'Bytes; at most 20 MiB.';
