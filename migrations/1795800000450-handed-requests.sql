-- What a post has in hand, with questions between units: what it wrote and what waits for an answer, and its answers in the making. What was not
-- sent is the unit's own, and a list of what was handed over is read beyond it: a draft is called by its day alone.
--
-- Not handed over: evidence goes with its entry and never changes; files that wait for an entry, exports and saved filters are the post's own
-- and say what that post might see; readings of notices; what a leader signed, reminded of or asked as a right.
CREATE OR REPLACE VIEW held_work (noun, home, key_type, holder, field, row_id, unit_id, post_id, post_name, due_day, label, assignment_id, household_id) AS
  SELECT 'Assignment', 'assignment', 'int', 'officer_id', 'officer', a.id::text, a.unit_id, a.officer_id, NULL::text, coalesce(a.extended_to, a.due_day), t.code || ' ' || t.title, a.id, NULL::uuid
    FROM assignment a JOIN task t ON t.id = a.task_id WHERE a.done_on IS NULL AND (a.valid_to IS NULL OR a.valid_to >= today())
  UNION ALL SELECT 'ProgressEntry', 'progress_entry', 'int', 'author_id', 'author', e.id::text, e.unit_id, e.author_id, NULL, coalesce(a.extended_to, a.due_day), t.code || ' ' || t.title, a.id, NULL
    FROM progress_entry e JOIN assignment a ON a.id = e.assignment_id JOIN task t ON t.id = a.task_id WHERE e.state IN ('DRAFT','SUBMITTED') AND NOT e.is_superseded
  UNION ALL SELECT 'SightRequest', 'sight_request', 'uuid', 'requested_by_id', 'requestedBy', r.id::text, r.unit_id, r.requested_by_id, NULL, NULL, NULL, NULL, r.household_id
    FROM sight_request r WHERE r.state = 'REQUESTED'
  UNION ALL SELECT 'ImportBatch', 'import_batch', 'uuid', 'post_id', 'post', b.id::text, b.unit_id, b.post_id, NULL, NULL, b.file_name, NULL, NULL
    FROM import_batch b WHERE b.state IN ('WAITING_FILE','CHECKING','CHECKED')
  UNION ALL SELECT 'StoredFile', 'stored_file', 'uuid', 'post_id', 'post', f.id::text, f.unit_id, f.post_id, NULL, NULL, f.name, NULL, NULL
    FROM stored_file f JOIN import_batch b ON f.id IN (b.file_id, b.annotated_file_id) AND b.unit_id = f.unit_id WHERE b.state IN ('WAITING_FILE','CHECKING','CHECKED')
  UNION ALL SELECT 'Household', 'household', 'uuid', 'officer_in_charge', 'officerInCharge', h.id::text, h.commune_id, NULL, h.officer_in_charge, NULL, NULL, NULL, h.id
    FROM household h WHERE h.ended_on IS NULL AND h.officer_in_charge IS NOT NULL
  UNION ALL SELECT 'Pairing', 'pairing', 'uuid', 'officer', 'officer', p.id::text, p.helper_id, NULL, p.officer, NULL, NULL, NULL, p.household_id
    FROM pairing p WHERE p.state <> 'ENDED' AND p.officer IS NOT NULL
  UNION ALL SELECT 'UnitRequest', 'unit_request', 'uuid', 'author_id', 'author', q.id::text, q.unit_id, q.author_id, NULL, q.due_day,
      coalesce(q.number || ' ' || q.subject, 'Bản thảo soạn ngày ' || to_char(q.created_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY')), NULL, NULL
    FROM unit_request q WHERE q.state = 'DRAFT' OR q.is_open
  UNION ALL SELECT 'AnswerDraft', 'answer_draft', 'uuid', 'author_id', 'author', d.id::text, d.unit_id, d.author_id, NULL, q.due_day, q.number || ' ' || q.subject, NULL, NULL
    FROM answer_draft d JOIN unit_request q ON q.id = d.request_id AND q.to_unit_id = d.unit_id AND q.is_open;
