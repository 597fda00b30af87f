-- An account with its department as one key: what somebody does for a department can then say so, and be held to it.
ALTER TABLE account ADD CONSTRAINT account_home UNIQUE (id, department);
