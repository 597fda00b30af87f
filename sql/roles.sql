-- Three roles (architecture.md, section 4). Run by the owner of the database, who may create roles, after migrating:
--   tranche_owner    owns the tables and migrates them;
--   tranche_app      what the program works as: it adds to the journal and the access log and rewrites what is rebuilt;
--   tranche_auditor  reads everything but hashes of passwords and tokens, and writes nothing.
-- None can log in; login roles are granted one of them. May be run again.
DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['tranche_owner', 'tranche_app', 'tranche_auditor'] LOOP
        BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
                EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
            END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL; -- another session was faster
        END;
    END LOOP;
    REVOKE ALL ON ALL TABLES IN SCHEMA public FROM tranche_app, tranche_auditor, PUBLIC;
    GRANT USAGE ON SCHEMA public TO tranche_app, tranche_auditor;
    GRANT SELECT ON ALL TABLES IN SCHEMA public TO tranche_app, tranche_auditor;
    GRANT INSERT ON journal, holiday_calendar, access_log TO tranche_app;
    GRANT INSERT, UPDATE, DELETE ON contract, installment_position, payment, invoice, assessment_result,
        payment_request, payment_request_act TO tranche_app;
    GRANT INSERT, UPDATE, DELETE ON document_reference TO tranche_app;
    -- Recording queues entries for the log, sealing takes them from the queue.
    GRANT INSERT, DELETE ON journal_unsealed TO tranche_app;
    GRANT INSERT ON log_leaf, log_node, log_checkpoint TO tranche_app;
    -- Evidence and bank accounts are added and never changed.
    GRANT INSERT ON document, document_chunk, document_holding, bank_account_proposal, bank_account_decision
        TO tranche_app;
    -- Follows from the journal of the office; rebuilding writes it anew.
    GRANT INSERT, DELETE ON supplier_scale TO tranche_app;
    GRANT UPDATE (bank_account_cooling_hours) ON department TO tranche_app;
    -- People are added and changed, never removed; what ended cannot be made to look as if it never was.
    GRANT INSERT ON department, account, session, api_token TO tranche_app;
    GRANT UPDATE (audits_all, password_hash, password_set_at, disabled_at, credentials_version) ON account TO tranche_app;
    GRANT UPDATE (revoked_at, last_used_at, wrong_proofs) ON session TO tranche_app;
    -- The trigger session_kept lets only old ones go.
    GRANT DELETE ON session TO tranche_app;
    GRANT UPDATE (approval_chain) ON department TO tranche_app;
    GRANT UPDATE (revoked_at, last_used_on) ON api_token TO tranche_app;
    GRANT INSERT, DELETE ON account_role, account_department TO tranche_app;
    GRANT INSERT, DELETE ON second_factor TO tranche_app;
    GRANT UPDATE (sealed_secret, begun_at, enrolled_at, last_step) ON second_factor TO tranche_app;
    GRANT INSERT, UPDATE, DELETE ON login_throttle TO tranche_app;
    REVOKE SELECT ON account, session, api_token, login_throttle, second_factor FROM tranche_auditor;
    GRANT SELECT (id, name, name_key, display_name, department, audits_all, password_set_at, created_at, disabled_at,
            credentials_version)
        ON account TO tranche_auditor;
    GRANT SELECT (id, account, created_at, expires_at, revoked_at, address, last_used_at, wrong_proofs)
        ON session TO tranche_auditor;
    GRANT SELECT (account, begun_at, enrolled_at, last_step) ON second_factor TO tranche_auditor;
    GRANT SELECT (id, account, label, created_at, expires_at, revoked_at, last_used_on) ON api_token TO tranche_auditor;
    GRANT SELECT (attempts, last_at, blocked_until) ON login_throttle TO tranche_auditor;
    GRANT ALL ON ALL TABLES IN SCHEMA public TO tranche_owner;
    GRANT USAGE, CREATE ON SCHEMA public TO tranche_owner;
END $$;
