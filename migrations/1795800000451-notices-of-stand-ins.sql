-- What the absent are told reaches who stands in for them, as long as that lasts. The absent find it unread all the same: each marks for oneself.
CREATE FUNCTION my_principal() RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN (SELECT p.stands_in_for_id FROM post p WHERE p.id = my_post());

CREATE OR REPLACE FUNCTION queue_mail() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO mail_queue (notice_id, post_id, mode)
  SELECT NEW.id, p.id, CASE WHEN coalesce(m.mode, 'AT_ONCE') = 'AT_ONCE' AND NEW.kind IN ('RETURNED','OVERDUE','ASSIGNED') THEN 'AT_ONCE' ELSE 'DIGEST' END
    FROM post p JOIN account a ON a.id = p.account_id LEFT JOIN mail_preference m ON m.post_id = p.id
   WHERE p.unit_id = NEW.unit_id AND (NEW.post_id IS NULL OR NEW.post_id IN (p.id, p.stands_in_for_id)) AND (NEW.roles IS NULL OR p.role = ANY (NEW.roles))
     AND p.valid_from <= today() AND (p.valid_to IS NULL OR p.valid_to >= today())
     AND a.email IS NOT NULL AND a.locked_on IS NULL AND coalesce(m.mode, 'AT_ONCE') <> 'OFF';
  RETURN NULL;
END $$;

DO $$
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  ALTER FUNCTION my_principal() OWNER TO maintainer;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  REVOKE EXECUTE ON FUNCTION my_principal() FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION my_principal() TO portal_secretariat, portal_department, portal_commune, portal_mass_organisation;
END $$;
