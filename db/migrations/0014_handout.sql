-- Whoever holds the paper may learn that the plan is paused, as they learn that there is a newer version.
CREATE POLICY "holder_of_plan_token" ON "plan_pause" AS PERMISSIVE FOR SELECT TO "carryover_app" USING (exists (
  select from "plan" p where p."clinic_id" = "plan_pause"."clinic_id" and p."id" = "plan_pause"."plan_id"
    and p."qr_token" = (select nullif(current_setting('app.plan_token', true), ''))));
