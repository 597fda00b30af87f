-- A form that is sent twice issues one token: the second time nobody could be shown the first one's text.
ALTER TABLE api_token ADD COLUMN request_key text COLLATE "C",
    ADD CONSTRAINT api_token_request_once UNIQUE (request_key),
    ADD CONSTRAINT api_token_request_key_size CHECK (octet_length(request_key) BETWEEN 1 AND 200);
COMMENT ON COLUMN api_token.request_key IS 'Idempotency key of the request that issued it; null for none.';
