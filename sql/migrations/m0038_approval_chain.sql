-- Who approves a payment, in which order, before the treasury pays: a setting of each department.
ALTER TABLE department ADD COLUMN approval_chain text[] COLLATE "C" NOT NULL
    DEFAULT '{section-head,finance,head}'
    CONSTRAINT department_approval_chain CHECK (
        array_ndims(approval_chain) = 1 AND array_lower(approval_chain, 1) = 1 AND cardinality(approval_chain) BETWEEN 1 AND 3
        AND approval_chain <@ ARRAY['section-head', 'finance', 'head']
        AND coalesce(approval_chain[1] <> approval_chain[2], true)
        AND coalesce(approval_chain[1] <> approval_chain[3], true)
        AND coalesce(approval_chain[2] <> approval_chain[3], true));

COMMENT ON COLUMN department.approval_chain IS 'Roles that approve a payment request, first to last; 1 to 3, none twice.';
