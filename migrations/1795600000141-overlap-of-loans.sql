-- That a family borrows is credit data (NĐ 356/2025, Điều 4): of other units' loans the look-up tells only who may read them, the secretariat, the household's commune and the lender.
CREATE OR REPLACE FUNCTION support_overlap(wanted uuid, wanted_kind text, besides int) RETURNS TABLE (name text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.short_name FROM unit u WHERE u.id <> besides AND sees_household(wanted)
     AND (wanted_kind <> 'LOAN' OR current_setting('role') IN ('portal_secretariat','portal_commune') OR current_setting('role') = 'portal_department' AND wanted_kind = ANY (my_support_kinds()))
     AND EXISTS (SELECT FROM support p
     WHERE p.household_id = wanted AND p.kind = wanted_kind AND p.provider_id = u.id
       AND (p.state IN ('PLANNED','APPROVED') OR p.state = 'DELIVERED' AND date_trunc('year', p.delivered_day) = date_trunc('year', today())))
   ORDER BY u.short_name
$$;
