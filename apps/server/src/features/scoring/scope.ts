import type { PostKind } from '@quanheng/domain/ability/posts'
import { type RawBuilder, sql } from 'kysely'
import { type Actor, type HeldPost, postsFor, sectionIdsOf, unitIdsOf, watchedBy } from '../../platform/door/actor.ts'
import type { SheetRow } from './tables.ts'

/** The office runs the whole appraisal. */
const readsAll: readonly PostKind[] = ['officeDirector', 'officeStaff']
/** Of the scoring unit as a whole. */
const readsUnit: readonly PostKind[] = ['principal', 'leaderInCharge', 'clerk']
/** Of their own section, and as 归口汇总科室 of every section that it collects from. */
const readsSection: readonly PostKind[] = ['sectionHead', 'handler']
/** Sheets of the body that sends them, and of plans under its year plan. */
const inspects: readonly PostKind[] = ['verificationLead', 'verifier']

export interface SheetScope {
  readonly all: boolean
  readonly unitIds: readonly string[]
  readonly sectionIds: readonly string[]
  /** Units of section posts: a sheet that names no section is the whole unit's. */
  readonly sectionUnitIds: readonly string[]
  readonly inspectingUnitIds: readonly string[]
  /** Bodies whose plans and scoring an observer supervises. */
  readonly watchedIds: readonly string[]
}

/** Which score sheets a person may read at all, from the posts held today. Appraised units read their own scores elsewhere. */
export const sheetsVisibleTo = (actor: Actor): SheetScope => {
  const posts = postsFor(actor, 'sheet.read')
  const of = (kinds: readonly PostKind[]) => posts.filter((post) => kinds.includes(post.kind))
  return {
    all: of(readsAll).length > 0,
    unitIds: unitIdsOf(of(readsUnit)),
    sectionIds: sectionIdsOf(of(readsSection)),
    sectionUnitIds: unitIdsOf(of(readsSection)),
    inspectingUnitIds: unitIdsOf(of(inspects)),
    watchedIds: watchedBy(posts),
  }
}

/** Condition on `sheet` for a read. */
export const sheetIsVisible = (scope: SheetScope): RawBuilder<boolean> => {
  if (scope.all) return sql<boolean>`true`
  const units = [...scope.unitIds]
  const sections = [...scope.sectionIds]
  const sectionUnits = [...scope.sectionUnitIds]
  const inspecting = [...scope.inspectingUnitIds]
  const watched = [...scope.watchedIds]
  return sql<boolean>`(
    sheet.scorer_unit_id = ANY(${units}::uuid[])
    OR sheet.scorer_section_id = ANY(${sections}::uuid[])
    OR sheet.scorer_unit_id = ANY(${watched}::uuid[])
    OR sheet.plan_id IN (SELECT id FROM plan WHERE owner_unit_id = ANY(${watched}::uuid[]))
    OR sheet.coordinating_section_id = ANY(${sections}::uuid[])
    OR (sheet.scorer_section_id IS NULL AND sheet.scorer_unit_id = ANY(${sectionUnits}::uuid[]))
    OR (cardinality(${inspecting}::uuid[]) > 0 AND EXISTS (
      SELECT 1 FROM plan p LEFT JOIN plan parent ON parent.id = p.parent_plan_id
      WHERE p.id = sheet.plan_id AND (sheet.scorer_unit_id = ANY(${inspecting}::uuid[])
        OR p.owner_unit_id = ANY(${inspecting}::uuid[]) OR parent.owner_unit_id = ANY(${inspecting}::uuid[])))))`
}

const wholeUnit: readonly PostKind[] = [...readsUnit, 'officeDirector', 'officeStaff']

/** Posts on the scoring side of this sheet: of its section, or of its whole unit. */
export const scoringPosts = (posts: readonly HeldPost[], row: SheetRow): readonly HeldPost[] =>
  posts.filter(
    (post) =>
      post.unitId === row.scorer_unit_id &&
      (row.scorer_section_id === null || post.sectionId === row.scorer_section_id || wholeUnit.includes(post.kind)),
  )
