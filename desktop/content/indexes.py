"""The ways by which content.db is read for one topic, drug or basis without going through every row."""

INDEXES = """
CREATE INDEX statement_of_topic ON statement (topic, position);
CREATE INDEX reviewer_of_topic ON reviewer (topic, position);
CREATE INDEX correction_of_statement ON correction (statement, claim);
CREATE INDEX claim_of_topic ON claim (topic, position);
CREATE INDEX pitfall_of_topic ON pitfall (topic, position);
CREATE INDEX answer_of_topic ON answer (topic, position);
CREATE INDEX guideline_of_topic ON guideline (topic, position);
CREATE INDEX guideline_option_of_topic ON guideline_option (topic, position);
CREATE INDEX study_of_topic ON study (topic, position);
CREATE INDEX breakpoint_of_topic ON breakpoint (topic);
CREATE INDEX dose_row_of_basis ON dose_row (drug, basis, position);
CREATE INDEX remark_of_drug ON remark (drug, kind);
"""
