-- The access log is read newest first, also of one account or of some days only.
CREATE INDEX access_log_of_account ON access_log (account, number);
CREATE INDEX access_log_at ON access_log (at);
