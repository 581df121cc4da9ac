-- One open record of a kind a person: who enters it again means the one that stands there.
CREATE UNIQUE INDEX merit_record_open ON merit_record (member_id, kind) WHERE valid_to IS NULL;
