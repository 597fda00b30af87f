CREATE FUNCTION public.bank_account_refuse_decision() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    cooling interval;
    proposed timestamptz;
BEGIN
    SELECT make_interval(hours => d.bank_account_cooling_hours), p.proposed_at INTO cooling, proposed
        FROM public.bank_account_proposal p JOIN public.department d ON d.id = p.department WHERE p.id = NEW.proposal;
    IF NEW.decided_at < proposed OR NEW.effective_at < NEW.decided_at + cooling THEN
        RAISE EXCEPTION 'in force before its time' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'bank_account_cooling', TABLE = 'bank_account_decision';
    END IF;
    IF NEW.number = 2 AND NOT EXISTS (
        SELECT FROM public.bank_account_decision
        WHERE proposal = NEW.proposal AND number = 1 AND decision = 'confirmed'
            AND NEW.decided_at >= decided_at AND NEW.decided_at < effective_at)
    THEN
        RAISE EXCEPTION 'the proposal is decided' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'bank_account_decided', TABLE = 'bank_account_decision';
    END IF;
    RETURN NULL;
END $$;

COMMENT ON FUNCTION public.bank_account_refuse_decision() IS 'Refuses a decision against the cooling time or on what is decided.';

CREATE FUNCTION public.bank_account_refuse_second_proposal() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM public.bank_account_proposal p JOIN public.bank_account_decision d ON d.proposal = p.id
        WHERE p.department = NEW.department AND p.supplier_key = NEW.supplier_key AND p.number = NEW.number - 1)
    THEN
        RAISE EXCEPTION 'the proposal before this one is open' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'bank_account_one_open', TABLE = 'bank_account_proposal';
    END IF;
    RETURN NULL;
END $$;

COMMENT ON FUNCTION public.bank_account_refuse_second_proposal() IS 'Refuses a proposal while the one before it is open.';

CREATE FUNCTION public.document_refuse_other_bytes() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF (SELECT sha256(string_agg(bytes, ''::bytea ORDER BY number)) FROM public.document_chunk
        WHERE document = NEW.document) IS DISTINCT FROM NEW.document
    THEN
        RAISE EXCEPTION 'the bytes stored are not those of the document' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'document_holding_whole', TABLE = 'document_holding';
    END IF;
    RETURN NULL;
END $$;

COMMENT ON FUNCTION public.document_refuse_other_bytes() IS 'Refuses a holding of bytes that do not hash to their name.';

CREATE FUNCTION public.installment_position_refuse_excess() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'more is in flight than is left to pay' USING
        ERRCODE = 'check_violation', CONSTRAINT = 'in_flight_within_payable', TABLE = 'installment_position';
END $$;

COMMENT ON FUNCTION public.installment_position_refuse_excess() IS 'Refuses holding more for payment requests than is left to pay.';

CREATE FUNCTION public.journal_await_sealing() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO public.journal_unsealed (contract, number) SELECT contract, number FROM inserted;
    RETURN NULL;
END $$;

COMMENT ON FUNCTION public.journal_await_sealing() IS 'Queues new journal entries for the log.';

CREATE FUNCTION public.journal_refuse_broken_chain() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM FROM (
        SELECT contract, number, previous_hash, recorded_at, lag(number) OVER own AS last_number,
            lag(hash) OVER own AS last_hash, lag(recorded_at) OVER own AS last_recorded_at
        FROM inserted WINDOW own AS (PARTITION BY contract ORDER BY number)
    ) AS entry
    WHERE CASE
        WHEN number = 1 THEN previous_hash <> decode(repeat('00', 32), 'hex')
        WHEN last_number = number - 1 THEN last_hash <> previous_hash OR last_recorded_at > recorded_at
        ELSE (
            SELECT previous.hash = entry.previous_hash AND previous.recorded_at <= entry.recorded_at
            FROM public.journal AS previous
            WHERE previous.contract = entry.contract AND previous.number = entry.number - 1
        ) IS NOT TRUE
    END;
    IF FOUND THEN
        RAISE EXCEPTION 'an entry does not follow the previous one of its contract' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'journal_chain', TABLE = 'journal';
    END IF;
    RETURN NULL;
END $$;

COMMENT ON FUNCTION public.journal_refuse_broken_chain() IS 'Refuses entries that do not follow their contract''s previous entry.';

CREATE FUNCTION public.payment_refuse_above_request() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    approved bigint;
    paid numeric;
BEGIN
    PERFORM FROM public.contract WHERE number = NEW.contract FOR NO KEY UPDATE;
    SELECT amount_fen INTO approved FROM public.payment_request
        WHERE id = NEW.request AND contract = NEW.contract AND installment = NEW.installment;
    SELECT sum(amount_fen - returned_fen) INTO paid FROM public.payment
        WHERE contract = NEW.contract AND request = NEW.request AND NOT voided;
    IF approved IS NULL OR paid > approved THEN
        RAISE EXCEPTION 'more is paid on a request than it asks for' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'payment_within_request', TABLE = 'payment';
    END IF;
    RETURN NULL;
END $$;

COMMENT ON FUNCTION public.payment_refuse_above_request() IS 'Refuses payments on a request beyond its amount, and on one that is none of the installment''s.';

CREATE FUNCTION public.payment_refuse_excess() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    price bigint;
    payable bigint;
    held bigint;
    paid_here numeric;
    paid_in_all numeric;
BEGIN
    IF current_setting('transaction_isolation') = 'repeatable read' THEN
        RAISE EXCEPTION 'payments are recorded under READ COMMITTED or SERIALIZABLE' USING
            ERRCODE = 'object_not_in_prerequisite_state', CONSTRAINT = 'payment_isolation', TABLE = 'payment';
    END IF;
    -- The lock makes the payments of one contract wait for one another; the sums below see what was committed before.
    -- NO KEY: the foreign keys of others' new rows hold the key already, and each would wait for the other.
    SELECT price_fen INTO price FROM public.contract WHERE number = NEW.contract FOR NO KEY UPDATE;
    SELECT payable_fen, in_flight_fen INTO payable, held FROM public.installment_position
        WHERE contract = NEW.contract AND installment = NEW.installment;
    SELECT sum(amount_fen - returned_fen) FILTER (WHERE installment = NEW.installment), sum(amount_fen - returned_fen)
        INTO paid_here, paid_in_all FROM public.payment WHERE contract = NEW.contract AND NOT voided;
    IF payable IS NULL OR paid_here + held > payable THEN
        RAISE EXCEPTION 'a payment exceeds what is payable' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'payment_within_payable', TABLE = 'payment';
    END IF;
    IF paid_in_all > price THEN
        RAISE EXCEPTION 'payments exceed the price' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'payment_within_price', TABLE = 'payment';
    END IF;
    RETURN NULL;
END $$;

COMMENT ON FUNCTION public.payment_refuse_excess() IS 'Refuses recorded payments beyond the installment''s payable (with what is in flight) or the contract''s price.';

CREATE FUNCTION public.payment_refuse_own_request() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    -- Of the round in which it was paid.
    PERFORM FROM public.journal AS j
        JOIN public.payment_request_act AS a ON a.request = NEW.request AND a.entry < j.number
        WHERE j.contract = NEW.contract AND j.fact_id = NEW.fact_id AND a.actor = j.recorded_by AND a.round = (
            SELECT max(b.round) FROM public.payment_request_act AS b
            WHERE b.request = NEW.request AND b.entry < j.number);
    IF FOUND THEN
        RAISE EXCEPTION 'a payment is made by somebody who acted on its request' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'payment_by_another', TABLE = 'payment';
    END IF;
    RETURN NULL;
END $$;

COMMENT ON FUNCTION public.payment_refuse_own_request() IS 'Refuses payments by whoever asked for or approved them.';

CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING
        ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
END $$;

COMMENT ON FUNCTION public.refuse_change() IS 'Refuses whatever would change or remove rows of an append-only table.';

CREATE FUNCTION public.refuse_removing_sessions() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'a session is kept for 90 days after its end' USING
        ERRCODE = 'restrict_violation', CONSTRAINT = 'session_kept', TABLE = TG_TABLE_NAME;
END $$;

COMMENT ON FUNCTION public.refuse_removing_sessions() IS 'Refuses to remove a session that ended less than 90 days ago.';

CREATE FUNCTION public.refuse_second_use() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'a code is good once' USING
        ERRCODE = 'restrict_violation', CONSTRAINT = 'second_factor_once', TABLE = TG_TABLE_NAME;
END $$;

COMMENT ON FUNCTION public.refuse_second_use() IS 'Refuses a code that was used, and another secret in the place of one in use.';

CREATE FUNCTION public.refuse_unrevoking() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'what was revoked stays revoked' USING
        ERRCODE = 'restrict_violation', CONSTRAINT = 'revoked_stays_revoked', TABLE = TG_TABLE_NAME;
END $$;

COMMENT ON FUNCTION public.refuse_unrevoking() IS 'Refuses to let a revoked session or token work again.';

CREATE TABLE public.access_log (
    number bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    account bigint,
    actor text NOT NULL,
    address text NOT NULL,
    action text NOT NULL COLLATE pg_catalog."C",
    subject text NOT NULL,
    detail text NOT NULL,
    outcome text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT access_log_outcome_known CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text]))),
    CONSTRAINT access_log_size CHECK (((octet_length(actor) <= 300) AND (octet_length(address) <= 300) AND (octet_length(action) <= 100) AND (octet_length(subject) <= 1000) AND (octet_length(detail) <= 20000)))
);

COMMENT ON TABLE public.access_log IS 'Refused and administrative acts, never changed; holds no secret.';

COMMENT ON COLUMN public.access_log.number IS 'Given by the database, rising.';

COMMENT ON COLUMN public.access_log.at IS 'When it happened.';

COMMENT ON COLUMN public.access_log.account IS 'Who acted; NULL for the console and for a name that no account has.';

COMMENT ON COLUMN public.access_log.actor IS 'The name of who acted; of the console the system''s user; empty for an unknown name, which may be a mistyped password.';

COMMENT ON COLUMN public.access_log.address IS 'Where it came from, as the door tells it; empty for the console.';

COMMENT ON COLUMN public.access_log.action IS 'What was done or tried.';

COMMENT ON COLUMN public.access_log.subject IS 'What it was done to: the name of an account or department, the number of a token.';

COMMENT ON COLUMN public.access_log.detail IS 'What it was set to; of a refusal, why.';

COMMENT ON COLUMN public.access_log.outcome IS 'done or refused.';

ALTER TABLE public.access_log ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.access_log_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.account (
    id bigint NOT NULL,
    name text NOT NULL,
    name_key text GENERATED ALWAYS AS (lower((NORMALIZE(name, NFKC) COLLATE "C"))) STORED NOT NULL COLLATE pg_catalog."C",
    display_name text NOT NULL,
    department bigint NOT NULL,
    audits_all boolean DEFAULT false NOT NULL,
    password_hash text NOT NULL COLLATE pg_catalog."C",
    password_set_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL,
    disabled_at timestamp with time zone,
    credentials_version bigint DEFAULT 0 NOT NULL,
    CONSTRAINT account_credentials_version CHECK ((credentials_version >= 0)),
    CONSTRAINT account_name_form CHECK (((octet_length(name) <= 200) AND (name_key ~ '^[a-z0-9\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af][a-z0-9._@\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af-]*$'::text))),
    CONSTRAINT account_password_hashed CHECK ((password_hash ~~ '$argon2id$%'::text)),
    CONSTRAINT account_shown_name_form CHECK ((((octet_length(display_name) >= 1) AND (octet_length(display_name) <= 200)) AND (display_name IS NFC NORMALIZED) AND (display_name !~ '[\u0001-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]'::text)))
);

COMMENT ON TABLE public.account IS 'Each person or program that may log in; never removed, since the journal names it.';

COMMENT ON COLUMN public.account.id IS 'Given by the database.';

COMMENT ON COLUMN public.account.name IS 'Log-in name as entered.';

COMMENT ON COLUMN public.account.name_key IS 'Log-in name as compared: NFKC, a to z for A to Z.';

COMMENT ON COLUMN public.account.display_name IS 'Name as shown.';

COMMENT ON COLUMN public.account.department IS 'The department it belongs to.';

COMMENT ON COLUMN public.account.audits_all IS 'Whether it sees every department as an auditor.';

COMMENT ON COLUMN public.account.password_hash IS 'argon2id with salt and cost, as libsodium writes it; hidden from auditors.';

COMMENT ON COLUMN public.account.password_set_at IS 'When the password was set.';

COMMENT ON COLUMN public.account.created_at IS 'When it was entered.';

COMMENT ON COLUMN public.account.disabled_at IS 'Since when it may do nothing; NULL while it may.';

COMMENT ON COLUMN public.account.credentials_version IS 'How often the password or the second factor was changed.';

CREATE TABLE public.account_department (
    account bigint NOT NULL,
    department bigint NOT NULL
);

COMMENT ON TABLE public.account_department IS 'Departments granted to an auditor beside the own one.';

COMMENT ON COLUMN public.account_department.account IS 'The account; the grant counts only while it has the role auditor.';

COMMENT ON COLUMN public.account_department.department IS 'The department it may see.';

ALTER TABLE public.account ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.account_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.account_role (
    account bigint NOT NULL,
    role text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT account_role_known CHECK ((role = ANY (ARRAY['officer'::text, 'section-head'::text, 'finance'::text, 'head'::text, 'treasury'::text, 'auditor'::text, 'admin'::text])))
);

COMMENT ON TABLE public.account_role IS 'The roles of each account as they are now; access_log tells who changed them.';

COMMENT ON COLUMN public.account_role.account IS 'The account.';

COMMENT ON COLUMN public.account_role.role IS 'Its role (api.md, section 1).';

CREATE TABLE public.api_token (
    id bigint NOT NULL,
    token_hash bytea NOT NULL,
    account bigint NOT NULL,
    label text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    last_used_on date,
    request_key text COLLATE pg_catalog."C",
    CONSTRAINT api_token_expires_later CHECK ((expires_at > created_at)),
    CONSTRAINT api_token_hashed CHECK ((octet_length(token_hash) = 32)),
    CONSTRAINT api_token_label_form CHECK ((((octet_length(label) >= 1) AND (octet_length(label) <= 200)) AND (label IS NFC NORMALIZED) AND (label !~ '[\u0001-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]'::text))),
    CONSTRAINT api_token_request_key_size CHECK (((octet_length(request_key) >= 1) AND (octet_length(request_key) <= 200)))
);

COMMENT ON TABLE public.api_token IS 'Each token by which a program acts as an account.';

COMMENT ON COLUMN public.api_token.id IS 'Given by the database; names the token when it is revoked.';

COMMENT ON COLUMN public.api_token.token_hash IS 'SHA-256 of the token; hidden from auditors.';

COMMENT ON COLUMN public.api_token.account IS 'Whom it acts as.';

COMMENT ON COLUMN public.api_token.label IS 'What it is for.';

COMMENT ON COLUMN public.api_token.created_at IS 'When it was issued.';

COMMENT ON COLUMN public.api_token.expires_at IS 'When it ends by itself.';

COMMENT ON COLUMN public.api_token.revoked_at IS 'When it was ended before; NULL for not.';

COMMENT ON COLUMN public.api_token.last_used_on IS 'Day in China on which it was last used; NULL for never.';

COMMENT ON COLUMN public.api_token.request_key IS 'Idempotency key of the request that issued it; null for none.';

ALTER TABLE public.api_token ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.api_token_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.assessment_result (
    contract text NOT NULL COLLATE pg_catalog."C",
    assessment text NOT NULL COLLATE pg_catalog."C",
    label text NOT NULL,
    score numeric,
    assessed_on date,
    deduction_fen bigint NOT NULL,
    settled boolean NOT NULL,
    doubt text COLLATE pg_catalog."C",
    fact_id text COLLATE pg_catalog."C",
    "position" integer NOT NULL,
    buyer text NOT NULL,
    buyer_key text GENERATED ALWAYS AS (lower((NORMALIZE(buyer, NFKC) COLLATE "C"))) STORED NOT NULL COLLATE pg_catalog."C",
    state text NOT NULL COLLATE pg_catalog."C",
    round integer,
    installment text COLLATE pg_catalog."C",
    installment_label text,
    outstanding_fen bigint NOT NULL,
    due_on date,
    stage text GENERATED ALWAYS AS (
CASE
    WHEN (state = ANY (ARRAY['missing'::text, 'rectification'::text, 'ruling'::text])) THEN 'waiting'::text
    WHEN (state = 'upcoming'::text) THEN 'upcoming'::text
    ELSE 'over'::text
END) STORED NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT assessment_result_doubt_known CHECK ((doubt = ANY (ARRAY['gap'::text, 'veto'::text]))),
    CONSTRAINT assessment_result_installment_whole CHECK (((installment IS NULL) = (installment_label IS NULL))),
    CONSTRAINT assessment_result_state_known CHECK ((state = ANY (ARRAY['upcoming'::text, 'missing'::text, 'rectification'::text, 'ruling'::text, 'settled'::text, 'lapsed'::text]))),
    CONSTRAINT assessment_result_whole CHECK (((score IS NULL) = (assessed_on IS NULL)))
)
WITH (fillfactor='90');

COMMENT ON TABLE public.assessment_result IS 'Each assessment (考核) as it stands on the contract''s as_of (payable.md 2.3), also without a result; rebuilt from the journal.';

COMMENT ON COLUMN public.assessment_result.contract IS 'Number of the contract.';

COMMENT ON COLUMN public.assessment_result.assessment IS 'Id of the assessment in the terms in force.';

COMMENT ON COLUMN public.assessment_result.label IS 'Its label.';

COMMENT ON COLUMN public.assessment_result.score IS 'Score of the round that stands, as recorded or combined; NULL without a result.';

COMMENT ON COLUMN public.assessment_result.assessed_on IS 'Day of the result; of a combined one, of its latest part; NULL without a result.';

COMMENT ON COLUMN public.assessment_result.deduction_fen IS 'Sum of its lines of deduction (扣减), in fen.';

COMMENT ON COLUMN public.assessment_result.settled IS 'Whether it is final.';

COMMENT ON COLUMN public.assessment_result.doubt IS 'Why no rule says what it costs: gap or veto; NULL for no doubt.';

COMMENT ON COLUMN public.assessment_result.fact_id IS 'Id of the fact of the standing round; NULL for a combined assessment.';

COMMENT ON COLUMN public.assessment_result."position" IS 'Place among the assessments of the terms, from 0.';

COMMENT ON COLUMN public.assessment_result.buyer IS 'Buyer (采购人) in the terms in force.';

COMMENT ON COLUMN public.assessment_result.buyer_key IS 'The buyer''s name as names of departments are compared.';

COMMENT ON COLUMN public.assessment_result.state IS 'What it waits for: upcoming, missing, rectification (整改), ruling (裁定), settled or lapsed.';

COMMENT ON COLUMN public.assessment_result.round IS 'Round that stands; NULL for a combined assessment, and without a result.';

COMMENT ON COLUMN public.assessment_result.installment IS 'Id of the first installment that it decides on, directly or in a combination; NULL for none.';

COMMENT ON COLUMN public.assessment_result.installment_label IS 'Its label.';

COMMENT ON COLUMN public.assessment_result.outstanding_fen IS 'Outstanding of that installment, in fen.';

COMMENT ON COLUMN public.assessment_result.due_on IS 'Due date of that installment; NULL while there is none.';

COMMENT ON COLUMN public.assessment_result.stage IS 'waiting (somebody has to do something), upcoming or over.';

CREATE TABLE public.bank_account_decision (
    proposal bigint NOT NULL,
    number smallint NOT NULL,
    decision text NOT NULL COLLATE pg_catalog."C",
    department bigint NOT NULL,
    proposed_by bigint NOT NULL,
    decided_by bigint NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    effective_at timestamp with time zone,
    reason text NOT NULL,
    idempotency_key text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT bank_account_confirmed_first CHECK (((number = 1) OR (decision <> 'confirmed'::text))),
    CONSTRAINT bank_account_decision_key_size CHECK (((octet_length(idempotency_key) >= 1) AND (octet_length(idempotency_key) <= 500))),
    CONSTRAINT bank_account_decision_known CHECK ((decision = ANY (ARRAY['confirmed'::text, 'rejected'::text, 'withdrawn'::text]))),
    CONSTRAINT bank_account_decision_number CHECK ((number = ANY (ARRAY[1, 2]))),
    CONSTRAINT bank_account_decision_reason_form CHECK (((octet_length(reason) <= 2000) AND ((reason <> ''::text) OR (decision <> 'rejected'::text)) AND (reason IS NFC NORMALIZED) AND (reason = btrim(reason)) AND (reason !~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]'::text))),
    CONSTRAINT bank_account_effective CHECK (((decision = 'confirmed'::text) = (effective_at IS NOT NULL))),
    CONSTRAINT bank_account_second_person CHECK (((decision <> 'confirmed'::text) OR (decided_by <> proposed_by))),
    CONSTRAINT bank_account_withdrawn_by_proposer CHECK (((decision <> 'withdrawn'::text) OR (decided_by = proposed_by)))
);

COMMENT ON TABLE public.bank_account_decision IS 'What became of each proposed bank account, never changed.';

COMMENT ON COLUMN public.bank_account_decision.proposal IS 'The proposal.';

COMMENT ON COLUMN public.bank_account_decision.number IS '1 for the decision on the proposal, 2 for stopping a confirmed one.';

COMMENT ON COLUMN public.bank_account_decision.decision IS 'confirmed, rejected or withdrawn.';

COMMENT ON COLUMN public.bank_account_decision.department IS 'Department of the proposal.';

COMMENT ON COLUMN public.bank_account_decision.proposed_by IS 'Who made the proposal.';

COMMENT ON COLUMN public.bank_account_decision.decided_by IS 'Who decided.';

COMMENT ON COLUMN public.bank_account_decision.decided_at IS 'When.';

COMMENT ON COLUMN public.bank_account_decision.effective_at IS 'From when a confirmed one is in force; NULL of others.';

COMMENT ON COLUMN public.bank_account_decision.reason IS 'Why; of a rejection never empty.';

COMMENT ON COLUMN public.bank_account_decision.idempotency_key IS 'A command sent twice by one account carries the same key and is stored once.';

CREATE TABLE public.bank_account_proposal (
    id bigint NOT NULL,
    department bigint NOT NULL,
    supplier text NOT NULL,
    supplier_key text GENERATED ALWAYS AS (lower((NORMALIZE(supplier, NFKC) COLLATE "C"))) STORED NOT NULL COLLATE pg_catalog."C",
    number integer NOT NULL,
    holder text NOT NULL,
    bank text NOT NULL,
    account_number text NOT NULL COLLATE pg_catalog."C",
    reason text NOT NULL,
    proposed_by bigint NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    idempotency_key text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT bank_account_bank_form CHECK ((((octet_length(bank) >= 1) AND (octet_length(bank) <= 600)) AND (bank IS NFC NORMALIZED) AND (bank = btrim(bank)) AND (bank !~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]'::text))),
    CONSTRAINT bank_account_holder_form CHECK ((((octet_length(holder) >= 1) AND (octet_length(holder) <= 600)) AND (holder IS NFC NORMALIZED) AND (holder = btrim(holder)) AND (holder !~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]'::text))),
    CONSTRAINT bank_account_key_size CHECK (((octet_length(idempotency_key) >= 1) AND (octet_length(idempotency_key) <= 500))),
    CONSTRAINT bank_account_number_form CHECK ((account_number ~ '^[0-9]{6,40}$'::text)),
    CONSTRAINT bank_account_proposal_number CHECK ((number >= 1)),
    CONSTRAINT bank_account_reason_form CHECK ((((octet_length(reason) >= 1) AND (octet_length(reason) <= 2000)) AND (reason IS NFC NORMALIZED) AND (reason = btrim(reason)) AND (reason !~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]'::text))),
    CONSTRAINT bank_account_supplier_form CHECK ((((octet_length(supplier) >= 1) AND (octet_length(supplier) <= 600)) AND (supplier IS NFC NORMALIZED) AND (supplier_key = btrim(supplier_key)) AND (supplier_key <> ''::text) AND (supplier !~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]'::text)))
);

COMMENT ON TABLE public.bank_account_proposal IS 'Each proposed bank account of a supplier, never changed.';

COMMENT ON COLUMN public.bank_account_proposal.id IS 'Given by the database; names the proposal when it is decided.';

COMMENT ON COLUMN public.bank_account_proposal.department IS 'The department that would pay to it.';

COMMENT ON COLUMN public.bank_account_proposal.supplier IS 'Name of the supplier (供应商).';

COMMENT ON COLUMN public.bank_account_proposal.supplier_key IS 'The name as compared: NFKC, a to z for A to Z.';

COMMENT ON COLUMN public.bank_account_proposal.number IS 'Place among the department''s proposals for the supplier, from 1.';

COMMENT ON COLUMN public.bank_account_proposal.holder IS 'Name of the account (账户名).';

COMMENT ON COLUMN public.bank_account_proposal.bank IS 'Bank and branch (开户行).';

COMMENT ON COLUMN public.bank_account_proposal.account_number IS 'Number of the account (账号), digits only.';

COMMENT ON COLUMN public.bank_account_proposal.reason IS 'Why it is to be changed, for the second person.';

COMMENT ON COLUMN public.bank_account_proposal.proposed_by IS 'Who proposed it.';

COMMENT ON COLUMN public.bank_account_proposal.proposed_at IS 'When.';

COMMENT ON COLUMN public.bank_account_proposal.idempotency_key IS 'A command sent twice by one account carries the same key and is stored once.';

ALTER TABLE public.bank_account_proposal ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.bank_account_proposal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contract (
    number text NOT NULL COLLATE pg_catalog."C",
    title text NOT NULL,
    buyer text NOT NULL,
    buyer_key text GENERATED ALWAYS AS (lower((NORMALIZE(buyer, NFKC) COLLATE "C"))) STORED NOT NULL COLLATE pg_catalog."C",
    supplier text NOT NULL,
    price_fen bigint NOT NULL,
    signed_on date NOT NULL,
    calendar text NOT NULL,
    version integer NOT NULL,
    head_hash bytea NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    as_of date NOT NULL,
    next_change_on date,
    paid_fen bigint NOT NULL,
    payable_now_fen bigint NOT NULL,
    outstanding_fen bigint NOT NULL,
    deducted_fen bigint NOT NULL,
    claim_fen bigint NOT NULL,
    waived_fen bigint NOT NULL,
    next_installment text COLLATE pg_catalog."C",
    next_label text,
    next_status text COLLATE pg_catalog."C",
    next_amount_fen bigint,
    next_due_on date,
    next_blocked_by text[] NOT NULL,
    supplier_key text GENERATED ALWAYS AS (lower((NORMALIZE(supplier, NFKC) COLLATE "C"))) STORED NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT contract_calendar_known CHECK ((calendar = ANY (ARRAY['none'::text, 'weekends'::text, 'CN'::text, 'own'::text]))),
    CONSTRAINT contract_head_hash_size CHECK ((octet_length(head_hash) = 32)),
    CONSTRAINT contract_next_change_later CHECK ((next_change_on > as_of)),
    CONSTRAINT contract_next_whole CHECK ((((next_installment IS NULL) = (next_status IS NULL)) AND ((next_installment IS NULL) = (next_amount_fen IS NULL)))),
    CONSTRAINT contract_number_size CHECK (((octet_length(number) >= 1) AND (octet_length(number) <= 200))),
    CONSTRAINT contract_parties_size CHECK (((octet_length(buyer) <= 600) AND (octet_length(supplier) <= 600)))
)
WITH (fillfactor='80');

COMMENT ON TABLE public.contract IS 'Each contract with its totals and its next payment on the day as_of; rebuilt from the journal.';

COMMENT ON COLUMN public.contract.number IS 'Number of the contract (合同编号).';

COMMENT ON COLUMN public.contract.title IS 'Title in the terms in force.';

COMMENT ON COLUMN public.contract.buyer IS 'Buyer (采购人).';

COMMENT ON COLUMN public.contract.buyer_key IS 'The buyer''s name as names of departments are compared: whose contract it is.';

COMMENT ON COLUMN public.contract.supplier IS 'Supplier (供应商).';

COMMENT ON COLUMN public.contract.price_fen IS 'Price in the terms in force, in fen.';

COMMENT ON COLUMN public.contract.signed_on IS 'Day on which the contract was signed.';

COMMENT ON COLUMN public.contract.calendar IS 'Which days are working days: none, weekends, CN, or own (a table given with the contract).';

COMMENT ON COLUMN public.contract.version IS 'Number of the last journal entry.';

COMMENT ON COLUMN public.contract.head_hash IS 'Hash of the last journal entry.';

COMMENT ON COLUMN public.contract.recorded_at IS 'When the last journal entry was recorded.';

COMMENT ON COLUMN public.contract.as_of IS 'Day for which the figures were computed.';

COMMENT ON COLUMN public.contract.next_change_on IS 'First day after as_of on which they may read differently without a new fact; NULL for none.';

COMMENT ON COLUMN public.contract.paid_fen IS 'Paid less returned, in fen.';

COMMENT ON COLUMN public.contract.payable_now_fen IS 'Outstanding of the installments due or overdue, in fen.';

COMMENT ON COLUMN public.contract.outstanding_fen IS 'Payable but not paid, in fen.';

COMMENT ON COLUMN public.contract.deducted_fen IS 'Deducted by assessments, in fen.';

COMMENT ON COLUMN public.contract.claim_fen IS 'Owed by the supplier outside of the schedule, in fen.';

COMMENT ON COLUMN public.contract.waived_fen IS 'Deductions given up, in fen.';

COMMENT ON COLUMN public.contract.next_installment IS 'Id of the first installment neither settled nor cancelled; NULL when nothing is left.';

COMMENT ON COLUMN public.contract.next_label IS 'Its label.';

COMMENT ON COLUMN public.contract.next_status IS 'Its status: undetermined, blocked, overdue or due.';

COMMENT ON COLUMN public.contract.next_amount_fen IS 'Its outstanding amount, in fen.';

COMMENT ON COLUMN public.contract.next_due_on IS 'Its due date; NULL while its clock has not started.';

COMMENT ON COLUMN public.contract.next_blocked_by IS 'What blocks it, in the order of payable.md, section 4.';

COMMENT ON COLUMN public.contract.supplier_key IS 'The supplier''s name as recorded scales are found by.';

CREATE TABLE public.department (
    id bigint NOT NULL,
    name text NOT NULL,
    name_key text GENERATED ALWAYS AS (lower((NORMALIZE(name, NFKC) COLLATE "C"))) STORED NOT NULL COLLATE pg_catalog."C",
    created_at timestamp with time zone NOT NULL,
    bank_account_cooling_hours integer DEFAULT 24 NOT NULL,
    approval_chain text[] DEFAULT '{section-head,finance,head}'::text[] NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT department_approval_chain CHECK (((array_ndims(approval_chain) = 1) AND (array_lower(approval_chain, 1) = 1) AND ((cardinality(approval_chain) >= 1) AND (cardinality(approval_chain) <= 3)) AND (approval_chain <@ ARRAY['section-head'::text, 'finance'::text, 'head'::text]) AND COALESCE((approval_chain[1] <> approval_chain[2]), true) AND COALESCE((approval_chain[1] <> approval_chain[3]), true) AND COALESCE((approval_chain[2] <> approval_chain[3]), true))),
    CONSTRAINT department_cooling_form CHECK (((bank_account_cooling_hours >= 0) AND (bank_account_cooling_hours <= 336))),
    CONSTRAINT department_name_form CHECK ((((octet_length(name) >= 1) AND (octet_length(name) <= 600)) AND (name IS NFC NORMALIZED) AND (name_key = btrim(name_key)) AND (name_key <> ''::text) AND (name !~ '[\u0001-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]'::text)))
);

COMMENT ON TABLE public.department IS 'Each department (采购人), the owner of contracts and the home of accounts.';

COMMENT ON COLUMN public.department.id IS 'Given by the database.';

COMMENT ON COLUMN public.department.name IS 'Its name as shown.';

COMMENT ON COLUMN public.department.name_key IS 'Its name as compared: NFKC, a to z for A to Z.';

COMMENT ON COLUMN public.department.created_at IS 'When it was entered.';

COMMENT ON COLUMN public.department.bank_account_cooling_hours IS 'Hours from the confirmation of a supplier''s bank account until it is in force; 0 to 14 days. Counts for confirmations from now on.';

COMMENT ON COLUMN public.department.approval_chain IS 'Roles that approve a payment request, first to last; 1 to 3, none twice.';

ALTER TABLE public.department ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.department_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.document (
    sha256 bytea NOT NULL,
    size integer NOT NULL,
    CONSTRAINT document_hash_size CHECK ((octet_length(sha256) = 32)),
    CONSTRAINT document_size CHECK (((size >= 1) AND (size <= 20971520)))
);

COMMENT ON TABLE public.document IS 'Each piece of evidence by its content, stored once and never changed.';

COMMENT ON COLUMN public.document.sha256 IS 'SHA-256 of its bytes: its name.';

COMMENT ON COLUMN public.document.size IS 'Bytes; at most 20 MiB.';

CREATE TABLE public.document_chunk (
    document bytea NOT NULL,
    size integer NOT NULL,
    number integer NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT document_chunk_length CHECK (((number >= 0) AND (octet_length(bytes) > 0) AND (octet_length(bytes) = LEAST((262144)::bigint, (size - ((number)::bigint * 262144))))))
);
ALTER TABLE ONLY public.document_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;

COMMENT ON TABLE public.document_chunk IS 'The bytes of each document in pieces.';

COMMENT ON COLUMN public.document_chunk.document IS 'SHA-256 of the whole document.';

COMMENT ON COLUMN public.document_chunk.size IS 'Its size, as in document.';

COMMENT ON COLUMN public.document_chunk.number IS 'Place of the piece, from 0.';

COMMENT ON COLUMN public.document_chunk.bytes IS '262,144 bytes; of the last piece what is left.';

CREATE TABLE public.document_holding (
    document bytea NOT NULL,
    department bigint NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL COLLATE pg_catalog."C",
    uploaded_by bigint NOT NULL,
    uploaded_at timestamp with time zone NOT NULL,
    CONSTRAINT document_media_type_known CHECK ((media_type = ANY (ARRAY['application/pdf'::text, 'application/ofd'::text, 'application/xml'::text, 'image/png'::text, 'image/jpeg'::text, 'image/tiff'::text]))),
    CONSTRAINT document_name_form CHECK ((((octet_length(name) >= 1) AND (octet_length(name) <= 200)) AND (name IS NFC NORMALIZED) AND (name = btrim(name)) AND (name <> ALL (ARRAY['.'::text, '..'::text])) AND (name !~ '[/\\\u0001-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]'::text)))
);

COMMENT ON TABLE public.document_holding IS 'Each department that uploaded a document.';

COMMENT ON COLUMN public.document_holding.document IS 'SHA-256 of the document.';

COMMENT ON COLUMN public.document_holding.department IS 'The department of who uploaded it.';

COMMENT ON COLUMN public.document_holding.name IS 'Name of the file at the first upload.';

COMMENT ON COLUMN public.document_holding.media_type IS 'What its bytes are, as found by looking at them.';

COMMENT ON COLUMN public.document_holding.uploaded_by IS 'Who uploaded it first.';

COMMENT ON COLUMN public.document_holding.uploaded_at IS 'When.';

CREATE TABLE public.document_reference (
    contract text NOT NULL COLLATE pg_catalog."C",
    fact_id text NOT NULL COLLATE pg_catalog."C",
    document bytea NOT NULL,
    CONSTRAINT document_reference_hash_size CHECK ((octet_length(document) = 32))
);

COMMENT ON TABLE public.document_reference IS 'Each recorded fact that names a document by its hash; rebuilt from the journal.';

COMMENT ON COLUMN public.document_reference.contract IS 'Number of the contract.';

COMMENT ON COLUMN public.document_reference.fact_id IS 'Id of the fact, voided or not.';

COMMENT ON COLUMN public.document_reference.document IS 'SHA-256 that the fact names.';

CREATE TABLE public.holiday_calendar (
    number integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by text NOT NULL,
    csv bytea NOT NULL,
    CONSTRAINT holiday_calendar_number_positive CHECK ((number >= 1)),
    CONSTRAINT holiday_calendar_size CHECK ((octet_length(csv) <= 1048576))
);

COMMENT ON TABLE public.holiday_calendar IS 'Statutory holidays and make-up working days in place of the built-in table; the last row is in force.';

COMMENT ON COLUMN public.holiday_calendar.number IS 'From 1 without gaps.';

COMMENT ON COLUMN public.holiday_calendar.recorded_at IS 'When it was recorded.';

COMMENT ON COLUMN public.holiday_calendar.recorded_by IS 'Who recorded it.';

COMMENT ON COLUMN public.holiday_calendar.csv IS 'The file as given: date,kind lines, kind being holiday or workday.';

CREATE TABLE public.installment_position (
    contract text NOT NULL COLLATE pg_catalog."C",
    installment text NOT NULL COLLATE pg_catalog."C",
    "position" integer NOT NULL,
    buyer text NOT NULL,
    buyer_key text GENERATED ALWAYS AS (lower((NORMALIZE(buyer, NFKC) COLLATE "C"))) STORED NOT NULL COLLATE pg_catalog."C",
    label text NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    gross_fen bigint NOT NULL,
    deducted_fen bigint NOT NULL,
    recovered_fen bigint NOT NULL,
    withheld_fen bigint NOT NULL,
    payable_fen bigint NOT NULL,
    paid_fen bigint NOT NULL,
    outstanding_fen bigint NOT NULL,
    overpaid_fen bigint NOT NULL,
    in_flight_fen bigint NOT NULL,
    status text NOT NULL COLLATE pg_catalog."C",
    started_on date,
    due_on date,
    blocked_by text[] NOT NULL,
    expected_on date,
    blocker text COLLATE pg_catalog."C",
    CONSTRAINT installment_position_balance CHECK (((outstanding_fen - overpaid_fen) = (payable_fen - paid_fen))),
    CONSTRAINT installment_position_blocker CHECK ((blocker = ANY (ARRAY['ruling'::text, 'rectification'::text, 'assessment'::text, 'invoice'::text, 'objection'::text, 'event'::text, 'date'::text]))),
    CONSTRAINT installment_position_in_flight CHECK ((in_flight_fen >= 0)),
    CONSTRAINT installment_position_status CHECK ((status = ANY (ARRAY['cancelled'::text, 'settled'::text, 'undetermined'::text, 'blocked'::text, 'overdue'::text, 'due'::text])))
)
WITH (fillfactor='85');

COMMENT ON TABLE public.installment_position IS 'Each installment''s figures and status on the contract''s as_of (payable.md, section 4); rebuilt from the journal.';

COMMENT ON COLUMN public.installment_position.contract IS 'Number of the contract.';

COMMENT ON COLUMN public.installment_position.installment IS 'Id of the installment (分期) in the terms in force.';

COMMENT ON COLUMN public.installment_position."position" IS 'Place in the schedule, from 0.';

COMMENT ON COLUMN public.installment_position.buyer IS 'Buyer (采购人) in the terms in force.';

COMMENT ON COLUMN public.installment_position.buyer_key IS 'The buyer''s name as names of departments are compared.';

COMMENT ON COLUMN public.installment_position.label IS 'Label in the terms.';

COMMENT ON COLUMN public.installment_position.kind IS 'advance, milestone, periodic, assessed or holdback.';

COMMENT ON COLUMN public.installment_position.gross_fen IS 'Gross of the schedule, in fen.';

COMMENT ON COLUMN public.installment_position.deducted_fen IS 'Deducted here by its assessment, in fen.';

COMMENT ON COLUMN public.installment_position.recovered_fen IS 'Recovered here of what earlier installments owe back, in fen.';

COMMENT ON COLUMN public.installment_position.withheld_fen IS 'Withheld here for a holdback (扣留), in fen.';

COMMENT ON COLUMN public.installment_position.payable_fen IS 'Payable (应付), in fen.';

COMMENT ON COLUMN public.installment_position.paid_fen IS 'Paid less returned, in fen.';

COMMENT ON COLUMN public.installment_position.outstanding_fen IS 'Payable but not paid, in fen.';

COMMENT ON COLUMN public.installment_position.overpaid_fen IS 'Paid beyond the payable, in fen.';

COMMENT ON COLUMN public.installment_position.in_flight_fen IS 'Held by open payment requests (付款申请), in fen.';

COMMENT ON COLUMN public.installment_position.status IS 'cancelled, settled, undetermined, blocked, overdue or due.';

COMMENT ON COLUMN public.installment_position.started_on IS 'Day on which its clock started; NULL while it has not.';

COMMENT ON COLUMN public.installment_position.due_on IS 'Due date; NULL while there is none.';

COMMENT ON COLUMN public.installment_position.blocked_by IS 'What blocks it, in the order of payable.md, section 4.';

COMMENT ON COLUMN public.installment_position.expected_on IS 'The due date, or a day before which there cannot be one; NULL where the terms tell none.';

COMMENT ON COLUMN public.installment_position.blocker IS 'What it waits for first: ruling, rectification, assessment, invoice, objection, event, or date while a day has to come; NULL unless blocked or undetermined.';

CREATE TABLE public.invoice (
    contract text NOT NULL COLLATE pg_catalog."C",
    fact_id text NOT NULL COLLATE pg_catalog."C",
    installment text NOT NULL COLLATE pg_catalog."C",
    supplier text NOT NULL COLLATE pg_catalog."C",
    number text NOT NULL COLLATE pg_catalog."C",
    invoiced_on date NOT NULL,
    amount_fen bigint NOT NULL,
    voided boolean NOT NULL,
    CONSTRAINT invoice_number_size CHECK ((octet_length(number) <= 200))
);

COMMENT ON TABLE public.invoice IS 'Each invoice (发票) received; rebuilt from the journal.';

COMMENT ON COLUMN public.invoice.contract IS 'Number of the contract.';

COMMENT ON COLUMN public.invoice.fact_id IS 'Id of the invoice fact.';

COMMENT ON COLUMN public.invoice.installment IS 'Id of the installment invoiced.';

COMMENT ON COLUMN public.invoice.supplier IS 'Supplier (供应商) who issued it.';

COMMENT ON COLUMN public.invoice.number IS 'Number of the invoice (发票号码).';

COMMENT ON COLUMN public.invoice.invoiced_on IS 'Day on which it was received.';

COMMENT ON COLUMN public.invoice.amount_fen IS 'Amount invoiced, in fen.';

COMMENT ON COLUMN public.invoice.voided IS 'Whether a later fact voided it.';

CREATE TABLE public.journal (
    contract text NOT NULL COLLATE pg_catalog."C",
    number integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by text NOT NULL,
    occurred_on date NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    origin text NOT NULL COLLATE pg_catalog."C",
    fact_id text COLLATE pg_catalog."C",
    idempotency_key text NOT NULL COLLATE pg_catalog."C",
    command_hash bytea,
    bytes bytea NOT NULL,
    hash bytea NOT NULL,
    previous_hash bytea NOT NULL,
    CONSTRAINT journal_command_hash_size CHECK ((octet_length(command_hash) = 32)),
    CONSTRAINT journal_contract_size CHECK ((octet_length(contract) <= 200)),
    CONSTRAINT journal_fact_named CHECK (((fact_id IS NULL) = ((number = 1) OR (kind ~~ 'request-%'::text) OR (kind = 'office'::text)))),
    CONSTRAINT journal_hash_of_bytes CHECK ((hash = sha256(bytes))),
    CONSTRAINT journal_key_size CHECK (((octet_length(idempotency_key) >= 1) AND (octet_length(idempotency_key) <= 500))),
    CONSTRAINT journal_number_positive CHECK ((number >= 1)),
    CONSTRAINT journal_office CHECK (((contract = ''::text) = (kind = 'office'::text))),
    CONSTRAINT journal_origin_known CHECK ((origin = ANY (ARRAY['imported'::text, 'recorded'::text]))),
    CONSTRAINT journal_previous_hash_size CHECK ((octet_length(previous_hash) = 32)),
    CONSTRAINT journal_registered_first CHECK ((((number = 1) AND (contract <> ''::text)) = (kind = 'registered'::text)))
)
WITH (toast_tuple_target='8160');

COMMENT ON TABLE public.journal IS 'What was recorded of each contract, entry by entry, never changed. Everything else can be rebuilt from it.';

COMMENT ON COLUMN public.journal.contract IS 'Number of the contract (合同编号); empty for the journal of the office.';

COMMENT ON COLUMN public.journal.number IS 'Place of the entry within its contract, from 1 without gaps.';

COMMENT ON COLUMN public.journal.recorded_at IS 'When the entry was recorded; never earlier than the contract''s previous entry.';

COMMENT ON COLUMN public.journal.recorded_by IS 'Who recorded it.';

COMMENT ON COLUMN public.journal.occurred_on IS 'The day on which it happened; of a registration, the day on which the contract was signed.';

COMMENT ON COLUMN public.journal.kind IS 'registered, the kind of fact (payable.md 2.4), the step of a payment request, or office.';

COMMENT ON COLUMN public.journal.origin IS 'imported as a part of a history, or recorded when it happened.';

COMMENT ON COLUMN public.journal.fact_id IS 'The fact''s id, unique in its contract; NULL for what is no fact.';

COMMENT ON COLUMN public.journal.idempotency_key IS 'A command sent twice carries the same key and is stored once.';

COMMENT ON COLUMN public.journal.command_hash IS 'SHA-256 of the command that wrote it: the same key with another command is refused. NULL where none can come again.';

COMMENT ON COLUMN public.journal.bytes IS 'The entry as canonical JSON (RFC 8785), exactly as hashed.';

COMMENT ON COLUMN public.journal.hash IS 'SHA-256 of bytes.';

COMMENT ON COLUMN public.journal.previous_hash IS 'Hash of the contract''s previous entry; 32 zero bytes for the first.';

CREATE TABLE public.journal_unsealed (
    contract text NOT NULL COLLATE pg_catalog."C",
    number integer NOT NULL
);

COMMENT ON TABLE public.journal_unsealed IS 'Journal entries that are not in the log yet; filled by a trigger, emptied by sealing.';

COMMENT ON COLUMN public.journal_unsealed.contract IS 'Number of the contract.';

COMMENT ON COLUMN public.journal_unsealed.number IS 'Number of the entry within it.';

CREATE TABLE public.log_checkpoint (
    size bigint NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    note bytea NOT NULL,
    CONSTRAINT log_checkpoint_note_size CHECK (((octet_length(note) >= 1) AND (octet_length(note) <= 65536))),
    CONSTRAINT log_checkpoint_size CHECK (((size >= 0) AND (version >= 1)))
);

COMMENT ON TABLE public.log_checkpoint IS 'The signed checkpoints of the log (C2SP tlog-checkpoint) as published; never changed.';

COMMENT ON COLUMN public.log_checkpoint.size IS 'Number of entries that the log had.';

COMMENT ON COLUMN public.log_checkpoint.version IS 'From 1; the highest has the most signatures.';

COMMENT ON COLUMN public.log_checkpoint.recorded_at IS 'When it was put here.';

COMMENT ON COLUMN public.log_checkpoint.note IS 'The signed note, byte for byte.';

CREATE TABLE public.log_leaf (
    index bigint NOT NULL,
    contract text NOT NULL COLLATE pg_catalog."C",
    number integer NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT log_leaf_hash_size CHECK ((octet_length(hash) = 32)),
    CONSTRAINT log_leaf_index CHECK ((index >= 0))
);

COMMENT ON TABLE public.log_leaf IS 'Where each journal entry stands in the Merkle log; never changed.';

COMMENT ON COLUMN public.log_leaf.index IS 'Place in the log, from 0 without gaps.';

COMMENT ON COLUMN public.log_leaf.contract IS 'Number of the contract.';

COMMENT ON COLUMN public.log_leaf.number IS 'Number of the entry within it.';

COMMENT ON COLUMN public.log_leaf.hash IS 'SHA-256 of a zero byte and the entry''s bytes.';

CREATE TABLE public.log_node (
    level smallint NOT NULL,
    index bigint NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT log_node_hash_size CHECK ((octet_length(hash) = 32)),
    CONSTRAINT log_node_index CHECK ((index >= 0)),
    CONSTRAINT log_node_level CHECK (((level >= 1) AND (level <= 62)))
);

COMMENT ON TABLE public.log_node IS 'The complete subtrees of the Merkle log of two entries or more; never changed.';

COMMENT ON COLUMN public.log_node.level IS 'It holds 2^level entries.';

COMMENT ON COLUMN public.log_node.index IS 'Place among those of its level: its first entry is index times 2^level.';

COMMENT ON COLUMN public.log_node.hash IS 'SHA-256 of a byte 1 and the hashes of its two halves.';

CREATE TABLE public.login_throttle (
    key bytea NOT NULL,
    attempts integer NOT NULL,
    last_at timestamp with time zone NOT NULL,
    blocked_until timestamp with time zone NOT NULL,
    CONSTRAINT login_throttle_attempts CHECK ((attempts >= 0)),
    CONSTRAINT login_throttle_key_hashed CHECK ((octet_length(key) = 32))
)
WITH (fillfactor='80');

COMMENT ON TABLE public.login_throttle IS 'How often logging in failed lately, by name and by address; forgotten after a day.';

COMMENT ON COLUMN public.login_throttle.key IS 'SHA-256 of what is counted: who tries a password as a name leaves no trace of it.';

COMMENT ON COLUMN public.login_throttle.attempts IS 'Attempts since the last success, those under way included.';

COMMENT ON COLUMN public.login_throttle.last_at IS 'When the last one began.';

COMMENT ON COLUMN public.login_throttle.blocked_until IS 'Until when further ones are refused unseen.';

CREATE TABLE public.migration (
    name text NOT NULL COLLATE pg_catalog."C",
    checksum bytea NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON TABLE public.migration IS 'The steps that brought the schema to where it is (sql/migrations).';

COMMENT ON COLUMN public.migration.name IS 'Name of the file without .sql.';

COMMENT ON COLUMN public.migration.checksum IS 'SHA-256 of its text.';

COMMENT ON COLUMN public.migration.applied_at IS 'When it was applied.';

CREATE TABLE public.payment (
    contract text NOT NULL COLLATE pg_catalog."C",
    fact_id text NOT NULL COLLATE pg_catalog."C",
    installment text NOT NULL COLLATE pg_catalog."C",
    buyer text NOT NULL COLLATE pg_catalog."C",
    paid_on date NOT NULL,
    year integer NOT NULL,
    voucher text COLLATE pg_catalog."C",
    fund_source text,
    amount_fen bigint NOT NULL,
    returned_fen bigint NOT NULL,
    origin text NOT NULL COLLATE pg_catalog."C",
    request text COLLATE pg_catalog."C",
    voided boolean NOT NULL,
    buyer_key text GENERATED ALWAYS AS (lower((NORMALIZE(buyer, NFKC) COLLATE "C"))) STORED NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT payment_origin_known CHECK ((origin = ANY (ARRAY['imported'::text, 'recorded'::text]))),
    CONSTRAINT payment_positive CHECK ((amount_fen > 0)),
    CONSTRAINT payment_returned_within_amount CHECK (((returned_fen >= 0) AND (returned_fen <= amount_fen))),
    CONSTRAINT payment_voucher_size CHECK ((octet_length(voucher) <= 200)),
    CONSTRAINT payment_year_of_day CHECK (((year)::double precision = date_part('year'::text, paid_on)))
);

COMMENT ON TABLE public.payment IS 'Each payment (支付) and what came back of it; rebuilt from the journal.';

COMMENT ON COLUMN public.payment.contract IS 'Number of the contract.';

COMMENT ON COLUMN public.payment.fact_id IS 'Id of the paid fact.';

COMMENT ON COLUMN public.payment.installment IS 'Id of the installment paid.';

COMMENT ON COLUMN public.payment.buyer IS 'Buyer (采购人) who paid.';

COMMENT ON COLUMN public.payment.paid_on IS 'Day of the payment.';

COMMENT ON COLUMN public.payment.year IS 'Its year: vouchers are numbered by year.';

COMMENT ON COLUMN public.payment.voucher IS 'Number of the voucher (凭证号); NULL where none is known.';

COMMENT ON COLUMN public.payment.fund_source IS 'Source of the funds (资金来源); NULL where none is known.';

COMMENT ON COLUMN public.payment.amount_fen IS 'Amount paid, in fen.';

COMMENT ON COLUMN public.payment.returned_fen IS 'Returned of it (退回), in fen; returns that name no payment fall on the latest ones.';

COMMENT ON COLUMN public.payment.origin IS 'imported as a part of a history, or recorded when it happened.';

COMMENT ON COLUMN public.payment.request IS 'Id of the payment request it was made on; NULL for what was recorded without one.';

COMMENT ON COLUMN public.payment.voided IS 'Whether a later fact voided it.';

COMMENT ON COLUMN public.payment.buyer_key IS 'The buyer''s name as names of departments are compared.';

CREATE TABLE public.payment_request (
    id text NOT NULL COLLATE pg_catalog."C",
    contract text NOT NULL COLLATE pg_catalog."C",
    installment text NOT NULL COLLATE pg_catalog."C",
    buyer text NOT NULL,
    buyer_key text GENERATED ALWAYS AS (lower((NORMALIZE(buyer, NFKC) COLLATE "C"))) STORED NOT NULL COLLATE pg_catalog."C",
    amount_fen bigint NOT NULL,
    paid_fen bigint NOT NULL,
    state text NOT NULL COLLATE pg_catalog."C",
    waits_for text COLLATE pg_catalog."C",
    round integer NOT NULL,
    acted text[] NOT NULL,
    requested_by text NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    CONSTRAINT payment_request_amount_positive CHECK ((amount_fen > 0)),
    CONSTRAINT payment_request_paid_within_amount CHECK (((paid_fen >= 0) AND (paid_fen <= amount_fen))),
    CONSTRAINT payment_request_state_known CHECK ((state = ANY (ARRAY['submitted'::text, 'approved'::text, 'partly-paid'::text, 'paid'::text, 'closed'::text, 'rejected'::text, 'withdrawn'::text, 'stale'::text]))),
    CONSTRAINT payment_request_waits_while_open CHECK (((waits_for IS NULL) = (state = ANY (ARRAY['paid'::text, 'closed'::text, 'rejected'::text, 'withdrawn'::text]))))
)
WITH (fillfactor='85');

COMMENT ON TABLE public.payment_request IS 'Each payment request (付款申请) and where it stands; rebuilt from the journal.';

COMMENT ON COLUMN public.payment_request.id IS 'Drawn by chance when it was raised.';

COMMENT ON COLUMN public.payment_request.contract IS 'Number of the contract.';

COMMENT ON COLUMN public.payment_request.installment IS 'Id of the installment.';

COMMENT ON COLUMN public.payment_request.buyer IS 'Buyer (采购人) in the terms in force.';

COMMENT ON COLUMN public.payment_request.buyer_key IS 'The buyer''s name as names of departments are compared.';

COMMENT ON COLUMN public.payment_request.amount_fen IS 'Asked for in all, in fen.';

COMMENT ON COLUMN public.payment_request.paid_fen IS 'Paid on it less returned, in fen.';

COMMENT ON COLUMN public.payment_request.state IS 'submitted, approved, partly-paid, paid, closed, rejected, withdrawn or stale.';

COMMENT ON COLUMN public.payment_request.waits_for IS 'Role whose turn it is, or requester; NULL when it is over.';

COMMENT ON COLUMN public.payment_request.round IS '1, and one more each time it was confirmed again.';

COMMENT ON COLUMN public.payment_request.acted IS 'Names of those who asked or approved in this round.';

COMMENT ON COLUMN public.payment_request.requested_by IS 'Who raised it.';

COMMENT ON COLUMN public.payment_request.requested_at IS 'When it was raised.';

CREATE TABLE public.payment_request_act (
    request text NOT NULL COLLATE pg_catalog."C",
    entry integer NOT NULL,
    round integer NOT NULL,
    actor text NOT NULL,
    act text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT payment_request_act_known CHECK ((act = ANY (ARRAY['requester'::text, 'section-head'::text, 'finance'::text, 'head'::text])))
);

COMMENT ON TABLE public.payment_request_act IS 'Who asked for and who approved each payment request; rebuilt from the journal.';

COMMENT ON COLUMN public.payment_request_act.request IS 'Id of the request.';

COMMENT ON COLUMN public.payment_request_act.entry IS 'Number of the entry in the contract''s journal.';

COMMENT ON COLUMN public.payment_request_act.round IS '1, and one more after each confirmation.';

COMMENT ON COLUMN public.payment_request_act.actor IS 'Name of the account.';

COMMENT ON COLUMN public.payment_request_act.act IS 'requester, or the role approved for.';

CREATE TABLE public.second_factor (
    account bigint NOT NULL,
    sealed_secret bytea NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    enrolled_at timestamp with time zone,
    last_step bigint DEFAULT 0 NOT NULL,
    CONSTRAINT second_factor_enrolled_later CHECK ((enrolled_at >= begun_at)),
    CONSTRAINT second_factor_sealed CHECK ((octet_length(sealed_secret) = 60)),
    CONSTRAINT second_factor_step CHECK ((last_step >= 0))
);

COMMENT ON TABLE public.second_factor IS 'The second factor of each account that has one or began to set one up.';

COMMENT ON COLUMN public.second_factor.account IS 'Whose it is.';

COMMENT ON COLUMN public.second_factor.sealed_secret IS 'The secret, sealed for this account; hidden from auditors.';

COMMENT ON COLUMN public.second_factor.begun_at IS 'When the secret was made.';

COMMENT ON COLUMN public.second_factor.enrolled_at IS 'Since when codes are asked for; NULL until the first right one.';

COMMENT ON COLUMN public.second_factor.last_step IS 'The half minute since 1970 of the last code accepted; older ones are refused.';

CREATE TABLE public.session (
    token_hash bytea NOT NULL,
    account bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    id bigint NOT NULL,
    address text DEFAULT ''::text NOT NULL,
    last_used_at timestamp with time zone NOT NULL,
    wrong_proofs smallint DEFAULT 0 NOT NULL,
    CONSTRAINT session_address_size CHECK ((octet_length(address) <= 300)),
    CONSTRAINT session_expires_later CHECK ((expires_at > created_at)),
    CONSTRAINT session_token_hashed CHECK ((octet_length(token_hash) = 32)),
    CONSTRAINT session_wrong_proofs CHECK ((wrong_proofs >= 0))
)
WITH (fillfactor='80');

COMMENT ON TABLE public.session IS 'Each log-in with name and password.';

COMMENT ON COLUMN public.session.token_hash IS 'SHA-256 of the token; hidden from auditors.';

COMMENT ON COLUMN public.session.account IS 'Whose session it is.';

COMMENT ON COLUMN public.session.created_at IS 'When it was opened.';

COMMENT ON COLUMN public.session.expires_at IS 'When it ends by itself.';

COMMENT ON COLUMN public.session.revoked_at IS 'When it was ended before; NULL for not.';

COMMENT ON COLUMN public.session.id IS 'Given by the database; names the session to its owner.';

COMMENT ON COLUMN public.session.address IS 'Where it was opened from, as the door told it.';

COMMENT ON COLUMN public.session.last_used_at IS 'When it was last used, to the minute; unused for half an hour it is over.';

COMMENT ON COLUMN public.session.wrong_proofs IS 'Failed confirmations since the last right one; the fifth ends the session.';

ALTER TABLE public.session ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.session_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.supplier_scale (
    buyer_key text NOT NULL COLLATE pg_catalog."C",
    supplier text NOT NULL,
    supplier_key text GENERATED ALWAYS AS (lower((NORMALIZE(supplier, NFKC) COLLATE "C"))) STORED NOT NULL COLLATE pg_catalog."C",
    since date NOT NULL,
    entry integer NOT NULL,
    scale text NOT NULL COLLATE pg_catalog."C",
    recorded_at timestamp with time zone NOT NULL,
    recorded_by text NOT NULL,
    CONSTRAINT supplier_scale_known CHECK ((scale = ANY (ARRAY['micro'::text, 'small'::text, 'medium'::text, 'large'::text, 'unknown'::text]))),
    CONSTRAINT supplier_scale_supplier_form CHECK ((((octet_length(supplier) >= 1) AND (octet_length(supplier) <= 600)) AND (supplier IS NFC NORMALIZED) AND (supplier_key = btrim(supplier_key)) AND (supplier_key <> ''::text) AND (supplier !~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]'::text)))
);

COMMENT ON TABLE public.supplier_scale IS 'Each recorded scale of a supplier in a department; rebuilt from the journal of the office.';

COMMENT ON COLUMN public.supplier_scale.buyer_key IS 'The department whose contracts it is about, its name as compared.';

COMMENT ON COLUMN public.supplier_scale.supplier IS 'Name of the supplier (供应商).';

COMMENT ON COLUMN public.supplier_scale.supplier_key IS 'The name as compared: NFKC, a to z for A to Z.';

COMMENT ON COLUMN public.supplier_scale.since IS 'Contracts signed from this day on; 0001-01-01 for all.';

COMMENT ON COLUMN public.supplier_scale.entry IS 'Number of the act in the journal of the office.';

COMMENT ON COLUMN public.supplier_scale.scale IS 'micro, small, medium, large or unknown (中小企业划型标准规定).';

COMMENT ON COLUMN public.supplier_scale.recorded_at IS 'When it was recorded.';

COMMENT ON COLUMN public.supplier_scale.recorded_by IS 'Who recorded it.';

ALTER TABLE ONLY public.access_log
    ADD CONSTRAINT access_log_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.account_department
    ADD CONSTRAINT account_department_pkey PRIMARY KEY (account, department);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_home UNIQUE (id, department);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_name_once UNIQUE (name_key);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.account_role
    ADD CONSTRAINT account_role_pkey PRIMARY KEY (account, role);

ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT api_token_once UNIQUE (token_hash);

ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT api_token_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT api_token_request_once UNIQUE (request_key);

ALTER TABLE ONLY public.assessment_result
    ADD CONSTRAINT assessment_result_pkey PRIMARY KEY (contract, assessment);

ALTER TABLE ONLY public.bank_account_decision
    ADD CONSTRAINT bank_account_decision_key_once UNIQUE (decided_by, idempotency_key);

ALTER TABLE ONLY public.bank_account_decision
    ADD CONSTRAINT bank_account_decision_pkey PRIMARY KEY (proposal, number);

ALTER TABLE ONLY public.bank_account_proposal
    ADD CONSTRAINT bank_account_proposal_key_once UNIQUE (proposed_by, idempotency_key);

ALTER TABLE ONLY public.bank_account_proposal
    ADD CONSTRAINT bank_account_proposal_number_once UNIQUE (department, supplier_key, number);

ALTER TABLE ONLY public.bank_account_proposal
    ADD CONSTRAINT bank_account_proposal_parties UNIQUE (id, department, proposed_by);

ALTER TABLE ONLY public.bank_account_proposal
    ADD CONSTRAINT bank_account_proposal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contract
    ADD CONSTRAINT contract_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.department
    ADD CONSTRAINT department_name_once UNIQUE (name_key);

ALTER TABLE ONLY public.department
    ADD CONSTRAINT department_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.document_chunk
    ADD CONSTRAINT document_chunk_pkey PRIMARY KEY (document, number);

ALTER TABLE ONLY public.document_holding
    ADD CONSTRAINT document_holding_pkey PRIMARY KEY (document, department);

ALTER TABLE ONLY public.document
    ADD CONSTRAINT document_pkey PRIMARY KEY (sha256);

ALTER TABLE ONLY public.document_reference
    ADD CONSTRAINT document_reference_pkey PRIMARY KEY (contract, fact_id);

ALTER TABLE ONLY public.document
    ADD CONSTRAINT document_with_size UNIQUE (sha256, size);

ALTER TABLE ONLY public.holiday_calendar
    ADD CONSTRAINT holiday_calendar_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.installment_position
    ADD CONSTRAINT installment_position_pkey PRIMARY KEY (contract, installment);

ALTER TABLE ONLY public.invoice
    ADD CONSTRAINT invoice_pkey PRIMARY KEY (contract, fact_id);

ALTER TABLE ONLY public.journal
    ADD CONSTRAINT journal_fact_once UNIQUE (contract, fact_id);

ALTER TABLE ONLY public.journal
    ADD CONSTRAINT journal_idempotency_key_once UNIQUE (idempotency_key);

ALTER TABLE ONLY public.journal
    ADD CONSTRAINT journal_pkey PRIMARY KEY (contract, number);

ALTER TABLE ONLY public.log_checkpoint
    ADD CONSTRAINT log_checkpoint_pkey PRIMARY KEY (size, version);

ALTER TABLE ONLY public.log_leaf
    ADD CONSTRAINT log_leaf_entry_once UNIQUE (contract, number);

ALTER TABLE ONLY public.log_leaf
    ADD CONSTRAINT log_leaf_pkey PRIMARY KEY (index);

ALTER TABLE ONLY public.log_node
    ADD CONSTRAINT log_node_pkey PRIMARY KEY (level, index);

ALTER TABLE ONLY public.login_throttle
    ADD CONSTRAINT login_throttle_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.payment
    ADD CONSTRAINT payment_pkey PRIMARY KEY (contract, fact_id);

ALTER TABLE ONLY public.payment_request_act
    ADD CONSTRAINT payment_request_act_once UNIQUE (request, round, actor);

ALTER TABLE ONLY public.payment_request_act
    ADD CONSTRAINT payment_request_act_pkey PRIMARY KEY (request, entry);

ALTER TABLE ONLY public.payment_request
    ADD CONSTRAINT payment_request_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.second_factor
    ADD CONSTRAINT second_factor_pkey PRIMARY KEY (account);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_id_once UNIQUE (id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY public.supplier_scale
    ADD CONSTRAINT supplier_scale_pkey PRIMARY KEY (buyer_key, supplier_key, since, entry);

CREATE INDEX access_log_at ON public.access_log USING btree (at);

CREATE INDEX access_log_of_account ON public.access_log USING btree (account, number);

CREATE INDEX api_token_of_account ON public.api_token USING btree (account);

CREATE INDEX assessment_result_anywhere ON public.assessment_result USING btree (stage, COALESCE(due_on, 'infinity'::date), contract, "position");

CREATE INDEX assessment_result_of_buyer ON public.assessment_result USING btree (buyer_key, stage, COALESCE(due_on, 'infinity'::date), contract, "position");

CREATE INDEX assessment_result_over ON public.assessment_result USING btree (buyer_key, COALESCE(assessed_on, '-infinity'::date), contract, "position") WHERE (stage = 'over'::text);

CREATE INDEX contract_due_of_buyer ON public.contract USING btree (buyer_key, COALESCE(next_due_on, 'infinity'::date), number);

CREATE INDEX contract_next_change ON public.contract USING btree (next_change_on) WHERE (next_change_on IS NOT NULL);

CREATE INDEX contract_next_payment ON public.contract USING btree (COALESCE(next_due_on, 'infinity'::date), number) WHERE (next_installment IS NOT NULL);

CREATE INDEX contract_of_buyer ON public.contract USING btree (buyer_key, number);

CREATE INDEX contract_of_supplier ON public.contract USING btree (buyer_key, supplier_key) INCLUDE (number, signed_on);

CREATE INDEX contract_outstanding_of_buyer ON public.contract USING btree (buyer_key, ((- outstanding_fen)), number);

CREATE INDEX document_reference_document ON public.document_reference USING btree (document);

CREATE INDEX installment_position_blocked ON public.installment_position USING btree (buyer_key, blocker, expected_on, contract, "position") INCLUDE (outstanding_fen) WHERE (blocker <> 'date'::text);

CREATE INDEX installment_position_cash ON public.installment_position USING btree (buyer_key, expected_on) INCLUDE (outstanding_fen) WHERE (status <> ALL (ARRAY['settled'::text, 'cancelled'::text]));

CREATE INDEX installment_position_held ON public.installment_position USING btree (buyer_key) INCLUDE (in_flight_fen) WHERE (in_flight_fen > 0);

CREATE INDEX installment_position_open ON public.installment_position USING btree (buyer_key, COALESCE(due_on, 'infinity'::date), contract, "position") INCLUDE (status, outstanding_fen) WHERE (status <> ALL (ARRAY['settled'::text, 'cancelled'::text]));

CREATE INDEX installment_position_open_anywhere ON public.installment_position USING btree (COALESCE(due_on, 'infinity'::date), contract, "position") WHERE (status <> ALL (ARRAY['settled'::text, 'cancelled'::text]));

CREATE INDEX installment_position_payable ON public.installment_position USING btree (buyer_key, status, due_on, contract, "position") INCLUDE (outstanding_fen) WHERE (status = ANY (ARRAY['due'::text, 'overdue'::text]));

CREATE INDEX installment_position_plan ON public.installment_position USING btree (buyer_key, expected_on) INCLUDE (payable_fen) WHERE ((status <> 'cancelled'::text) AND (expected_on IS NOT NULL));

CREATE INDEX installment_position_releases ON public.installment_position USING btree (buyer_key, expected_on, contract, "position") INCLUDE (outstanding_fen) WHERE ((kind = 'holdback'::text) AND (status <> ALL (ARRAY['settled'::text, 'cancelled'::text])));

CREATE UNIQUE INDEX invoice_number_once ON public.invoice USING btree (supplier, number) WHERE (NOT voided);

CREATE INDEX journal_recorded ON public.journal USING btree (recorded_at, contract, number);

CREATE INDEX login_throttle_last ON public.login_throttle USING btree (last_at);

CREATE INDEX payment_of_buyer ON public.payment USING btree (buyer_key, paid_on) INCLUDE (amount_fen, returned_fen) WHERE (NOT voided);

CREATE UNIQUE INDEX payment_on_request ON public.payment USING btree (fact_id) WHERE (request IS NOT NULL);

CREATE INDEX payment_request_of_buyer ON public.payment_request USING btree (buyer_key, requested_at, id);

CREATE INDEX payment_request_of_contract ON public.payment_request USING btree (contract);

CREATE INDEX payment_request_waiting ON public.payment_request USING btree (buyer_key, waits_for, requested_at, id) WHERE (waits_for IS NOT NULL);

CREATE UNIQUE INDEX payment_voucher_once ON public.payment USING btree (buyer, year, voucher) WHERE ((voucher IS NOT NULL) AND (NOT voided));

CREATE INDEX session_end ON public.session USING btree (LEAST(revoked_at, expires_at));

CREATE INDEX session_of_account ON public.session USING btree (account) WHERE (revoked_at IS NULL);

CREATE TRIGGER access_log_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.access_log FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.access_log ENABLE ALWAYS TRIGGER access_log_append_only;

CREATE TRIGGER api_token_revoked BEFORE UPDATE ON public.api_token FOR EACH ROW WHEN (((old.revoked_at IS NOT NULL) AND (new.revoked_at IS DISTINCT FROM old.revoked_at))) EXECUTE FUNCTION public.refuse_unrevoking();

ALTER TABLE public.api_token ENABLE ALWAYS TRIGGER api_token_revoked;

CREATE TRIGGER bank_account_decision_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.bank_account_decision FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.bank_account_decision ENABLE ALWAYS TRIGGER bank_account_decision_append_only;

CREATE TRIGGER bank_account_decision_guard AFTER INSERT ON public.bank_account_decision FOR EACH ROW EXECUTE FUNCTION public.bank_account_refuse_decision();

ALTER TABLE public.bank_account_decision ENABLE ALWAYS TRIGGER bank_account_decision_guard;

CREATE TRIGGER bank_account_proposal_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.bank_account_proposal FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.bank_account_proposal ENABLE ALWAYS TRIGGER bank_account_proposal_append_only;

CREATE TRIGGER bank_account_proposal_guard AFTER INSERT ON public.bank_account_proposal FOR EACH ROW WHEN ((new.number > 1)) EXECUTE FUNCTION public.bank_account_refuse_second_proposal();

ALTER TABLE public.bank_account_proposal ENABLE ALWAYS TRIGGER bank_account_proposal_guard;

CREATE TRIGGER document_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.document FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.document ENABLE ALWAYS TRIGGER document_append_only;

CREATE TRIGGER document_chunk_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.document_chunk FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.document_chunk ENABLE ALWAYS TRIGGER document_chunk_append_only;

CREATE TRIGGER document_holding_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.document_holding FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.document_holding ENABLE ALWAYS TRIGGER document_holding_append_only;

CREATE TRIGGER document_holding_whole AFTER INSERT ON public.document_holding FOR EACH ROW EXECUTE FUNCTION public.document_refuse_other_bytes();

ALTER TABLE public.document_holding ENABLE ALWAYS TRIGGER document_holding_whole;

CREATE TRIGGER holiday_calendar_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.holiday_calendar FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.holiday_calendar ENABLE ALWAYS TRIGGER holiday_calendar_append_only;

CREATE TRIGGER in_flight_guard_insert AFTER INSERT ON public.installment_position FOR EACH ROW WHEN (((new.in_flight_fen > 0) AND ((new.paid_fen + new.in_flight_fen) > new.payable_fen))) EXECUTE FUNCTION public.installment_position_refuse_excess();

ALTER TABLE public.installment_position ENABLE ALWAYS TRIGGER in_flight_guard_insert;

CREATE TRIGGER in_flight_guard_update AFTER UPDATE OF in_flight_fen ON public.installment_position FOR EACH ROW WHEN (((new.in_flight_fen > old.in_flight_fen) AND ((new.paid_fen + new.in_flight_fen) > new.payable_fen))) EXECUTE FUNCTION public.installment_position_refuse_excess();

ALTER TABLE public.installment_position ENABLE ALWAYS TRIGGER in_flight_guard_update;

CREATE TRIGGER journal_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.journal FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.journal ENABLE ALWAYS TRIGGER journal_append_only;

CREATE TRIGGER journal_chain AFTER INSERT ON public.journal REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION public.journal_refuse_broken_chain();

ALTER TABLE public.journal ENABLE ALWAYS TRIGGER journal_chain;

CREATE TRIGGER journal_unsealed AFTER INSERT ON public.journal REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION public.journal_await_sealing();

ALTER TABLE public.journal ENABLE ALWAYS TRIGGER journal_unsealed;

CREATE TRIGGER log_checkpoint_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.log_checkpoint FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.log_checkpoint ENABLE ALWAYS TRIGGER log_checkpoint_append_only;

CREATE TRIGGER log_leaf_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.log_leaf FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.log_leaf ENABLE ALWAYS TRIGGER log_leaf_append_only;

CREATE TRIGGER log_node_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.log_node FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.log_node ENABLE ALWAYS TRIGGER log_node_append_only;

CREATE CONSTRAINT TRIGGER payment_by_another AFTER INSERT ON public.payment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.request IS NOT NULL)) EXECUTE FUNCTION public.payment_refuse_own_request();

ALTER TABLE public.payment ENABLE ALWAYS TRIGGER payment_by_another;

CREATE CONSTRAINT TRIGGER payment_guard_insert AFTER INSERT ON public.payment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.origin = 'recorded'::text) AND (NOT new.voided))) EXECUTE FUNCTION public.payment_refuse_excess();

ALTER TABLE public.payment ENABLE ALWAYS TRIGGER payment_guard_insert;

CREATE CONSTRAINT TRIGGER payment_guard_update AFTER UPDATE ON public.payment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.origin = 'recorded'::text) AND (NOT new.voided) AND (old.voided OR (old.origin <> new.origin) OR (old.contract <> new.contract) OR (old.installment <> new.installment) OR ((new.amount_fen - new.returned_fen) > (old.amount_fen - old.returned_fen))))) EXECUTE FUNCTION public.payment_refuse_excess();

ALTER TABLE public.payment ENABLE ALWAYS TRIGGER payment_guard_update;

CREATE CONSTRAINT TRIGGER payment_within_request_insert AFTER INSERT ON public.payment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.request IS NOT NULL) AND (NOT new.voided))) EXECUTE FUNCTION public.payment_refuse_above_request();

ALTER TABLE public.payment ENABLE ALWAYS TRIGGER payment_within_request_insert;

CREATE CONSTRAINT TRIGGER payment_within_request_update AFTER UPDATE ON public.payment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.request IS NOT NULL) AND (NOT new.voided) AND (old.voided OR (old.request IS DISTINCT FROM new.request) OR (old.contract <> new.contract) OR (old.installment <> new.installment) OR ((new.amount_fen - new.returned_fen) > (old.amount_fen - old.returned_fen))))) EXECUTE FUNCTION public.payment_refuse_above_request();

ALTER TABLE public.payment ENABLE ALWAYS TRIGGER payment_within_request_update;

CREATE TRIGGER second_factor_once BEFORE UPDATE ON public.second_factor FOR EACH ROW WHEN (((old.enrolled_at IS NOT NULL) AND ((new.last_step <= old.last_step) OR (new.sealed_secret <> old.sealed_secret) OR (new.enrolled_at IS DISTINCT FROM old.enrolled_at)))) EXECUTE FUNCTION public.refuse_second_use();

ALTER TABLE public.second_factor ENABLE ALWAYS TRIGGER second_factor_once;

CREATE TRIGGER session_kept BEFORE DELETE ON public.session FOR EACH ROW WHEN ((LEAST(old.revoked_at, old.expires_at) > (now() - '90 days'::interval))) EXECUTE FUNCTION public.refuse_removing_sessions();

ALTER TABLE public.session ENABLE ALWAYS TRIGGER session_kept;

CREATE TRIGGER session_revoked BEFORE UPDATE ON public.session FOR EACH ROW WHEN (((old.revoked_at IS NOT NULL) AND (new.revoked_at IS DISTINCT FROM old.revoked_at))) EXECUTE FUNCTION public.refuse_unrevoking();

ALTER TABLE public.session ENABLE ALWAYS TRIGGER session_revoked;

ALTER TABLE ONLY public.access_log
    ADD CONSTRAINT access_log_account FOREIGN KEY (account) REFERENCES public.account(id);

ALTER TABLE ONLY public.account_department
    ADD CONSTRAINT account_department_account FOREIGN KEY (account) REFERENCES public.account(id);

ALTER TABLE ONLY public.account_department
    ADD CONSTRAINT account_department_department FOREIGN KEY (department) REFERENCES public.department(id);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_department_known FOREIGN KEY (department) REFERENCES public.department(id);

ALTER TABLE ONLY public.account_role
    ADD CONSTRAINT account_role_account FOREIGN KEY (account) REFERENCES public.account(id);

ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT api_token_account FOREIGN KEY (account) REFERENCES public.account(id);

ALTER TABLE ONLY public.assessment_result
    ADD CONSTRAINT assessment_result_contract FOREIGN KEY (contract) REFERENCES public.contract(number) ON DELETE CASCADE;

ALTER TABLE ONLY public.bank_account_decision
    ADD CONSTRAINT bank_account_decision_home FOREIGN KEY (decided_by, department) REFERENCES public.account(id, department);

ALTER TABLE ONLY public.bank_account_decision
    ADD CONSTRAINT bank_account_decision_proposal FOREIGN KEY (proposal, department, proposed_by) REFERENCES public.bank_account_proposal(id, department, proposed_by);

ALTER TABLE ONLY public.bank_account_proposal
    ADD CONSTRAINT bank_account_proposal_department FOREIGN KEY (department) REFERENCES public.department(id);

ALTER TABLE ONLY public.bank_account_proposal
    ADD CONSTRAINT bank_account_proposal_home FOREIGN KEY (proposed_by, department) REFERENCES public.account(id, department);

ALTER TABLE ONLY public.document_chunk
    ADD CONSTRAINT document_chunk_document FOREIGN KEY (document, size) REFERENCES public.document(sha256, size);

ALTER TABLE ONLY public.document_holding
    ADD CONSTRAINT document_holding_document FOREIGN KEY (document) REFERENCES public.document(sha256);

ALTER TABLE ONLY public.document_holding
    ADD CONSTRAINT document_holding_home FOREIGN KEY (uploaded_by, department) REFERENCES public.account(id, department);

ALTER TABLE ONLY public.document_reference
    ADD CONSTRAINT document_reference_contract FOREIGN KEY (contract) REFERENCES public.contract(number) ON DELETE CASCADE;

ALTER TABLE ONLY public.installment_position
    ADD CONSTRAINT installment_position_contract FOREIGN KEY (contract) REFERENCES public.contract(number) ON DELETE CASCADE;

ALTER TABLE ONLY public.invoice
    ADD CONSTRAINT invoice_contract FOREIGN KEY (contract) REFERENCES public.contract(number) ON DELETE CASCADE;

ALTER TABLE ONLY public.payment
    ADD CONSTRAINT payment_contract FOREIGN KEY (contract) REFERENCES public.contract(number) ON DELETE CASCADE;

ALTER TABLE ONLY public.payment_request_act
    ADD CONSTRAINT payment_request_act_request FOREIGN KEY (request) REFERENCES public.payment_request(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.payment_request
    ADD CONSTRAINT payment_request_contract FOREIGN KEY (contract) REFERENCES public.contract(number) ON DELETE CASCADE;

ALTER TABLE ONLY public.second_factor
    ADD CONSTRAINT second_factor_account FOREIGN KEY (account) REFERENCES public.account(id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_account FOREIGN KEY (account) REFERENCES public.account(id);

ALTER TABLE ONLY public.supplier_scale
    ADD CONSTRAINT supplier_scale_department FOREIGN KEY (buyer_key) REFERENCES public.department(name_key);
