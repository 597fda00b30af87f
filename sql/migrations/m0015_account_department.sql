-- Departments beside its own that an account sees as an auditor.
CREATE TABLE account_department (
    account bigint NOT NULL CONSTRAINT account_department_account REFERENCES account,
    department bigint NOT NULL CONSTRAINT account_department_department REFERENCES department,
    CONSTRAINT account_department_pkey PRIMARY KEY (account, department)
);

COMMENT ON TABLE account_department IS 'Departments granted to an auditor beside the own one.';
COMMENT ON COLUMN account_department.account IS 'The account; the grant counts only while it has the role auditor.';
COMMENT ON COLUMN account_department.department IS 'The department it may see.';
