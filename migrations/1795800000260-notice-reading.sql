-- Who of the unit has read what, each post for itself.
CREATE TABLE notice_read (
  notice_id bigint NOT NULL REFERENCES notice,
  post_id int NOT NULL DEFAULT my_post() REFERENCES post,
  read_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (post_id, notice_id)
);
CREATE INDEX ON notice_read (notice_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON notice_read TO maintainer;
