/// A step of the database's schema. Once released it is never edited; a later one corrects it.
public struct Migration: Sendable {
    /// The file's name without `.sql`; the digits behind the `m` are its number.
    public let name: String
    /// The file's bytes, embedded in the program.
    public let sql: [UInt8]
}

extension Migration {
    /// All steps in order; a test compares them with the folder.
    public static let all = [
        Migration(name: "m0001_journal", sql: PackageResources.m0001_journal_sql),
        Migration(name: "m0002_journal_append_only", sql: PackageResources.m0002_journal_append_only_sql),
        Migration(name: "m0003_journal_chain", sql: PackageResources.m0003_journal_chain_sql),
        Migration(name: "m0004_contract", sql: PackageResources.m0004_contract_sql),
        Migration(name: "m0005_installment_position", sql: PackageResources.m0005_installment_position_sql),
        Migration(name: "m0006_payment", sql: PackageResources.m0006_payment_sql),
        Migration(name: "m0007_invoice", sql: PackageResources.m0007_invoice_sql),
        Migration(name: "m0008_assessment_result", sql: PackageResources.m0008_assessment_result_sql),
        Migration(name: "m0009_payment_guard", sql: PackageResources.m0009_payment_guard_sql),
        Migration(name: "m0010_in_flight_guard", sql: PackageResources.m0010_in_flight_guard_sql),
        Migration(name: "m0011_holiday_calendar", sql: PackageResources.m0011_holiday_calendar_sql),
        Migration(name: "m0012_department", sql: PackageResources.m0012_department_sql),
        Migration(name: "m0013_account", sql: PackageResources.m0013_account_sql),
        Migration(name: "m0014_account_role", sql: PackageResources.m0014_account_role_sql),
        Migration(name: "m0015_account_department", sql: PackageResources.m0015_account_department_sql),
        Migration(name: "m0016_session", sql: PackageResources.m0016_session_sql),
        Migration(name: "m0017_api_token", sql: PackageResources.m0017_api_token_sql),
        Migration(name: "m0018_revoked_stays_revoked", sql: PackageResources.m0018_revoked_stays_revoked_sql),
        Migration(name: "m0019_login_throttle", sql: PackageResources.m0019_login_throttle_sql),
        Migration(name: "m0020_access_log", sql: PackageResources.m0020_access_log_sql),
        Migration(name: "m0021_payment_request", sql: PackageResources.m0021_payment_request_sql),
        Migration(name: "m0022_payment_request_act", sql: PackageResources.m0022_payment_request_act_sql),
        Migration(name: "m0023_account_home", sql: PackageResources.m0023_account_home_sql),
        Migration(name: "m0024_document", sql: PackageResources.m0024_document_sql),
        Migration(name: "m0025_document_chunk", sql: PackageResources.m0025_document_chunk_sql),
        Migration(name: "m0026_document_holding", sql: PackageResources.m0026_document_holding_sql),
        Migration(name: "m0027_document_append_only", sql: PackageResources.m0027_document_append_only_sql),
        Migration(name: "m0028_document_reference", sql: PackageResources.m0028_document_reference_sql),
        Migration(name: "m0029_bank_account_cooling", sql: PackageResources.m0029_bank_account_cooling_sql),
        Migration(name: "m0030_bank_account_proposal", sql: PackageResources.m0030_bank_account_proposal_sql),
        Migration(name: "m0031_bank_account_decision", sql: PackageResources.m0031_bank_account_decision_sql),
        Migration(name: "m0032_bank_account_guard", sql: PackageResources.m0032_bank_account_guard_sql),
        Migration(name: "m0033_session_use", sql: PackageResources.m0033_session_use_sql),
        Migration(name: "m0034_session_kept", sql: PackageResources.m0034_session_kept_sql),
        Migration(name: "m0035_credentials_version", sql: PackageResources.m0035_credentials_version_sql),
        Migration(name: "m0036_second_factor", sql: PackageResources.m0036_second_factor_sql),
        Migration(name: "m0037_access_log_reading", sql: PackageResources.m0037_access_log_reading_sql),
        Migration(name: "m0038_approval_chain", sql: PackageResources.m0038_approval_chain_sql),
        Migration(name: "m0039_payment_within_request", sql: PackageResources.m0039_payment_within_request_sql),
        Migration(name: "m0040_journal_unsealed", sql: PackageResources.m0040_journal_unsealed_sql),
        Migration(name: "m0041_log_leaf", sql: PackageResources.m0041_log_leaf_sql),
        Migration(name: "m0042_log_node", sql: PackageResources.m0042_log_node_sql),
        Migration(name: "m0043_log_checkpoint", sql: PackageResources.m0043_log_checkpoint_sql),
        Migration(name: "m0044_office_journal", sql: PackageResources.m0044_office_journal_sql),
        Migration(name: "m0045_supplier_scale", sql: PackageResources.m0045_supplier_scale_sql),
        Migration(name: "m0046_installment_expected", sql: PackageResources.m0046_installment_expected_sql),
        Migration(name: "m0047_desk", sql: PackageResources.m0047_desk_sql),
        Migration(name: "m0048_journal_by_time", sql: PackageResources.m0048_journal_by_time_sql),
        Migration(name: "m0049_api_token_request", sql: PackageResources.m0049_api_token_request_sql),
        Migration(name: "m0050_contract_orders", sql: PackageResources.m0050_contract_orders_sql),
        Migration(name: "m0051_assessment_work_list", sql: PackageResources.m0051_assessment_work_list_sql),
    ]

    /// Creates the roles and what each may do (`sql/roles.sql`); may be run again.
    public static let roles = PackageResources.roles_sql
}
