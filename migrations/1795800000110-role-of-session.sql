-- The role of the post in use, as the session was opened under it: of whoever stands in, the role lent; of whoever looks at another's portal, the role looked as.
CREATE FUNCTION my_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN NULLIF(current_setting('app.role', true), '');
