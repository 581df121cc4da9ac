-- Days that differ from the week's own: holidays, and Saturdays worked in their place. Saturday and Sunday are off by themselves. What turns out
-- otherwise is replaced by another row and stays readable.
CREATE TABLE day_off (
  id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  day date NOT NULL,
  is_off boolean NOT NULL DEFAULT true, -- false: worked though it is a Saturday or Sunday
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  source text NOT NULL CHECK (length(source) BETWEEN 1 AND 300),
  replaced_on date
);
CREATE UNIQUE INDEX ON day_off (day) WHERE replaced_on IS NULL;
ALTER TABLE day_off ENABLE ROW LEVEL SECURITY;
ALTER TABLE day_off FORCE ROW LEVEL SECURITY;
CREATE POLICY maintainer ON day_off TO maintainer USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON day_off TO maintainer;
INSERT INTO day_off (day, is_off, name, source)
SELECT d.day, d.is_off, d.name, 'Bộ luật Lao động 2019, Điều ' || d.clause
  FROM (VALUES
    ('2026-01-01'::date, true, 'Tết Dương lịch', '112 khoản 1 điểm a'),
    ('2026-01-02', true, 'Nghỉ hoán đổi dịp Tết Dương lịch', '112; hoán đổi theo thông báo của Bộ Nội vụ. Cần xác nhận ngày nghỉ và ngày làm bù.'),
    ('2026-01-10', false, 'Làm bù cho ngày 02/01/2026', '112; hoán đổi theo thông báo của Bộ Nội vụ. Cần xác nhận ngày nghỉ và ngày làm bù.'),
    ('2026-02-16', true, 'Tết Nguyên đán', '112 khoản 1 điểm b; ngày cụ thể theo thông báo của Bộ Nội vụ. Cần xác nhận.'),
    ('2026-02-17', true, 'Tết Nguyên đán', '112 khoản 1 điểm b; ngày cụ thể theo thông báo của Bộ Nội vụ. Cần xác nhận.'),
    ('2026-02-18', true, 'Tết Nguyên đán', '112 khoản 1 điểm b; ngày cụ thể theo thông báo của Bộ Nội vụ. Cần xác nhận.'),
    ('2026-02-19', true, 'Tết Nguyên đán', '112 khoản 1 điểm b; ngày cụ thể theo thông báo của Bộ Nội vụ. Cần xác nhận.'),
    ('2026-02-20', true, 'Tết Nguyên đán', '112 khoản 1 điểm b; ngày cụ thể theo thông báo của Bộ Nội vụ. Cần xác nhận.'),
    ('2026-04-26', true, 'Giỗ Tổ Hùng Vương', '112 khoản 1 điểm e (10/3 âm lịch)'),
    ('2026-04-27', true, 'Nghỉ bù Giỗ Tổ Hùng Vương', '111 khoản 3 (ngày lễ trùng Chủ nhật)'),
    ('2026-04-30', true, 'Ngày Chiến thắng', '112 khoản 1 điểm c'),
    ('2026-05-01', true, 'Ngày Quốc tế lao động', '112 khoản 1 điểm d'),
    ('2026-08-22', false, 'Làm bù cho ngày 31/8/2026', '112; hoán đổi theo thông báo của Bộ Nội vụ. Cần xác nhận ngày nghỉ và ngày làm bù.'),
    ('2026-08-31', true, 'Nghỉ hoán đổi dịp Quốc khánh', '112; hoán đổi theo thông báo của Bộ Nội vụ. Cần xác nhận ngày nghỉ và ngày làm bù.'),
    ('2026-09-01', true, 'Quốc khánh (ngày liền kề)', '112 khoản 1 điểm đ; ngày liền kề theo thông báo của Bộ Nội vụ. Cần xác nhận.'),
    ('2026-09-02', true, 'Quốc khánh', '112 khoản 1 điểm đ')
  ) AS d (day, is_off, name, clause);

CREATE FUNCTION is_day_off(wanted date) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN coalesce((SELECT o.is_off FROM day_off o WHERE o.day = wanted AND o.replaced_on IS NULL), extract(isodow FROM wanted) > 5);

-- The n-th working day after a day. With 0 the day itself, or the next working day where it is off: so ends a period (Bộ luật Dân sự 2015, Điều 148 khoản 5).
CREATE FUNCTION next_working_day(day date, n int) RETURNS date LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN (SELECT max(w.d) FROM (SELECT day + k AS d FROM generate_series(least(n, 1), n * 2 + 60) k WHERE NOT is_day_off(day + k) ORDER BY k LIMIT greatest(n, 1)) w);

DO $$
DECLARE name text;
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  FOREACH name IN ARRAY ARRAY['is_day_off(date)','next_working_day(date, int)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO maintainer', name);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', name);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO portal_secretariat, portal_department, portal_commune, portal_mass_organisation', name);
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
END $$;

-- The last day for the answer to what arrives on a day, by the rule in force on it; never a day off. What was sent keeps the day that it was given.
CREATE OR REPLACE FUNCTION unit_request_due(wanted text, day date) RETURNS date LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN (SELECT CASE WHEN r.counts_working_days THEN next_working_day(day, r.days) ELSE next_working_day(day + r.days, 0) END
    FROM unit_request_rule r WHERE r.kind = wanted AND r.valid_from <= day AND (r.valid_to IS NULL OR r.valid_to >= day) ORDER BY r.valid_from DESC LIMIT 1);
UPDATE unit_request_rule SET source = replace(source, 'Chưa trừ ngày lễ.', 'Trừ các ngày nghỉ đã công bố.') WHERE source LIKE '%Chưa trừ ngày lễ.';
