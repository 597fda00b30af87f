-- The list of contracts in its further orders, page by page: what is paid next, and what is owed most.
CREATE INDEX contract_due_of_buyer ON contract (buyer_key, (coalesce(next_due_on, 'infinity'::date)), number);
CREATE INDEX contract_outstanding_of_buyer ON contract (buyer_key, (-outstanding_fen), number);
