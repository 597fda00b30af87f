-- The bytes of documents in pieces of 256 KiB. The size is repeated so that each piece is held to the one length that
-- it can have: no piece can be added to a document that has them all. Evidence is compressed already (PDF, OFD, JPEG).
CREATE TABLE document_chunk (
    document bytea NOT NULL,
    size integer NOT NULL,
    number integer NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT document_chunk_pkey PRIMARY KEY (document, number),
    CONSTRAINT document_chunk_document FOREIGN KEY (document, size) REFERENCES document (sha256, size),
    CONSTRAINT document_chunk_length CHECK (
        number >= 0 AND octet_length(bytes) > 0
        AND octet_length(bytes) = least(262144, size - number::bigint * 262144))
);
ALTER TABLE document_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;

COMMENT ON TABLE document_chunk IS 'The bytes of each document in pieces.';
COMMENT ON COLUMN document_chunk.document IS 'SHA-256 of the whole document.';
COMMENT ON COLUMN document_chunk.size IS 'Its size, as in document.';
COMMENT ON COLUMN document_chunk.number IS 'Place of the piece, from 0.';
COMMENT ON COLUMN document_chunk.bytes IS '262,144 bytes; of the last piece what is left.';
