import { sql } from 'kysely'
import { remarkSubjectName } from '../remark/index.ts'

/** The subject of a datum's line: the unit and the name of the figure in the plan version in force. */
const datumName = sql`(SELECT unit.name FROM unit WHERE unit.id = datum.unit_id) || ' ' || coalesce((
  SELECT element->>'name' FROM plan_version, jsonb_array_elements(plan_version.content->'dataElements') element
  WHERE plan_version.plan_id = datum.plan_id AND element->>'key' = datum.element_key
  ORDER BY plan_version.number DESC LIMIT 1), datum.element_key)`

/** 填报 after the due day, and figures opened again after it. */
const afterDue = sql`
  SELECT 'afterDue' AS kind, 'late ' || v.id AS id, v.at, (v.author->>'personId')::uuid AS person_id, v.author->>'post' AS post,
    (v.author->>'unitId')::uuid AS unit_id, datum.plan_id, 'datum' AS noun, datum.id AS subject_id, ${datumName} AS subject,
    coalesce(v.late->>'reason', v.reason) AS note
  FROM datum_version v JOIN datum ON datum.id = v.datum_id
  WHERE v.stage = 'reported' AND v.received_on > datum.due
  UNION ALL
  SELECT 'afterDue', 'reopened ' || act.id || ' ' || datum.id, act.at, act.person_id, post.kind, post.unit_id, datum.plan_id, 'datum',
    datum.id, ${datumName}, act.events->0->>'reason'
  FROM act CROSS JOIN jsonb_array_elements(act.changes) change JOIN datum ON datum.id::text = change->>'id'
    LEFT JOIN post ON post.id = act.post_id
  WHERE act.action = 'datum.reopen' AND change->>'noun' = 'datum' AND act.business_date > datum.due`

/** Sheets that a figure or a plan moved after somebody had been on the spot. */
const afterVisit = sql`
  SELECT 'afterVisit', 'moved ' || act.id || ' ' || sheet.id, act.at, act.person_id, post.kind, post.unit_id, sheet.plan_id, 'sheet', sheet.id,
    sheet.leaf_name, act.events->0->>'reason'
  FROM act CROSS JOIN jsonb_array_elements(act.changes) change JOIN sheet ON sheet.id::text = change->>'id'
    LEFT JOIN post ON post.id = act.post_id
  WHERE act.action IN ('datum.reopen', 'verification.answer', 'plan.issue') AND change->>'noun' = 'sheet'
    AND EXISTS (SELECT 1 FROM verification v JOIN act visit ON visit.subjects @> ARRAY[v.id] AND visit.seq < act.seq
      WHERE v.sheet_id = sheet.id AND visit.action = 'verification.recordVisit')`

const signature = (kind: 'signedAgain' | 'recusal') => sql`
  SELECT ${sql.lit(kind)}, ${sql.lit(kind)} || ' ' || s.id, s.recorded_at, s.person_id, s.post, s.unit_id, sheet.plan_id, 'sheet', sheet.id, sheet.leaf_name,
    ${
      kind === 'recusal'
        ? sql`NULL::text`
        : sql`coalesce((SELECT m.cause FROM signature e JOIN signature_mark m ON m.signature_id = e.id AND m.kind = 'voided'
            WHERE e.subject_id = s.subject_id AND e.role = s.role AND e.seq < s.seq ORDER BY e.seq DESC LIMIT 1),
          (SELECT fallen->>'cause' FROM sheet base CROSS JOIN jsonb_array_elements(base.fallen_rows) fallen
            WHERE base.id = sheet.amends AND fallen->>'amendmentId' = sheet.id::text LIMIT 1))`
    }
  FROM signature s JOIN sheet ON sheet.id = s.subject_id
  WHERE s.subject_noun = 'sheet' AND ${
    kind === 'recusal'
      ? sql`sheet.scorer->>'by' = 'recusal'`
      : sql`(EXISTS (SELECT 1 FROM sheet base CROSS JOIN jsonb_array_elements(base.fallen_rows) fallen
              WHERE base.id = sheet.amends AND fallen->>'amendmentId' = sheet.id::text)
            OR EXISTS (SELECT 1 FROM signature e JOIN signature_mark m ON m.signature_id = e.id AND m.kind = 'voided'
              WHERE e.subject_id = s.subject_id AND e.role = s.role AND e.seq < s.seq))`
  }`

const onBehalf = sql`
  SELECT 'onBehalf', 'behalf ' || v.id, v.at, (v.author->>'personId')::uuid, v.author->>'post', (v.author->>'unitId')::uuid, datum.plan_id,
    'datum', datum.id, ${datumName}, coalesce(v.on_behalf->>'reason', v.reason)
  FROM datum_version v JOIN datum ON datum.id = v.datum_id WHERE v.on_behalf IS NOT NULL`

/** What one typed from paper: signatures on sheets and papers, reports, minutes. */
const onPaper = sql`
  SELECT 'onPaper', 'paper ' || act.id, act.at, act.person_id, post.kind, post.unit_id, coalesce(sheet.plan_id, approval.plan_id, report.plan_id),
    CASE WHEN sheet.id IS NOT NULL THEN 'sheet' WHEN approval.id IS NOT NULL THEN 'approval' ELSE 'leadReport' END,
    coalesce(sheet.id, approval.id, report.id),
    coalesce(sheet.leaf_name, (SELECT title FROM plan WHERE plan.id = approval.plan_id), (SELECT name FROM unit WHERE unit.id = report.lead_unit_id)),
    NULL::text
  FROM act CROSS JOIN LATERAL (SELECT change->>'noun' AS noun, change->>'id' AS id FROM jsonb_array_elements(act.changes) change
      WHERE change->>'noun' IN ('sheet', 'approval', 'leadReport') LIMIT 1) on_what
    LEFT JOIN sheet ON on_what.noun = 'sheet' AND sheet.id::text = on_what.id
    LEFT JOIN approval ON on_what.noun = 'approval' AND approval.id::text = on_what.id
    LEFT JOIN lead_report report ON on_what.noun = 'leadReport' AND report.id::text = on_what.id
    LEFT JOIN post ON post.id = act.post_id
  WHERE act.action IN ('sheet.registerPaper', 'approval.registerPaper', 'leadReport.enterPaper', 'decision.record')`

const adjusted = sql`
  SELECT 'adjusted', 'adjusted ' || decision.id, decision.at, (decision.author->>'personId')::uuid, decision.author->>'post',
    (decision.author->>'unitId')::uuid, approval.plan_id, 'approval', approval.id, (SELECT title FROM plan WHERE plan.id = approval.plan_id),
    (SELECT string_agg((one->>'from') || ' → ' || (one->>'to') || ' ' || (one->>'reason'), '；') FROM jsonb_array_elements(decision.adjustments) one)
  FROM decision JOIN approval ON approval.id = (SELECT a.id FROM approval a
    WHERE a.id = decision.subject_id OR a.result_id = decision.subject_id ORDER BY a.started_at DESC LIMIT 1)
  WHERE jsonb_array_length(decision.adjustments) > 0`

/** Objections to published scores, under the plan of the office that decides on them. */
const objected = sql`
  SELECT 'objection', 'objection ' || objection.id, step.at, (step.author->>'personId')::uuid, step.author->>'post',
    (step.author->>'unitId')::uuid, objection.year_plan_id, 'objection', objection.id,
    (SELECT unit.name FROM unit WHERE unit.id = objection.unit_id) || ' ' || objection.leaf_name, objection.content->>'reason'
  FROM objection JOIN objection_step step ON step.objection_id = objection.id
    AND step.number = (SELECT min(number) FROM objection_step first WHERE first.objection_id = objection.id AND first.command IN ('send', 'begin')
      AND (first.command = 'send' OR objection.standing ? 'letter'))
  WHERE objection.state <> 'draft'`

/** What observers themselves had to say. */
const remarked = sql`
  SELECT 'remark', 'remark ' || remark.id, remark.at, (remark.author->>'personId')::uuid, remark.author->>'post', (remark.author->>'unitId')::uuid,
    remark.plan_id, 'remark', remark.id, ${remarkSubjectName}, remark.words
  FROM remark JOIN plan ON plan.id = remark.plan_id`

/** Everything that an observer looks at first, one line a happening; unscoped. */
export const happenings = sql.join(
  [
    afterDue,
    afterVisit,
    signature('signedAgain'),
    signature('recusal'),
    onBehalf,
    onPaper,
    adjusted,
    remarked,
    objected,
  ],
  sql` UNION ALL `,
)
