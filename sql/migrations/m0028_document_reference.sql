-- Which contracts refer to a document: who may read one of them may read it. Of imported histories nothing is kept
-- here, or whoever imports could find out which documents others have. No foreign key: facts came before documents.
CREATE TABLE document_reference (
    contract text COLLATE "C" NOT NULL CONSTRAINT document_reference_contract REFERENCES contract ON DELETE CASCADE,
    fact_id text COLLATE "C" NOT NULL,
    document bytea NOT NULL,
    CONSTRAINT document_reference_pkey PRIMARY KEY (contract, fact_id),
    CONSTRAINT document_reference_hash_size CHECK (octet_length(document) = 32)
);
CREATE INDEX document_reference_document ON document_reference (document);

COMMENT ON TABLE document_reference IS 'Each recorded fact that names a document by its hash; rebuilt from the journal.';
COMMENT ON COLUMN document_reference.contract IS 'Number of the contract.';
COMMENT ON COLUMN document_reference.fact_id IS 'Id of the fact, voided or not.';
COMMENT ON COLUMN document_reference.document IS 'SHA-256 that the fact names.';
