import type { Basis } from '../kernel/basis.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { PlanError } from './errors.ts'
import type { IndicatorNode, PlanContent, Recusal, Responsibility } from './model.ts'
import { planIndex } from './plan-index.ts'
import { lineage } from './tree.ts'

/**
 * 责任分工 that holds for a node: its own, else the nearest branch's above it.
 * In a year plan a leaf often has none: its `leadUnitId` is then the whole of it (see `scorerOf`).
 * @returns refusals `plan.noSuchIndicator`, `plan.noResponsibility` with param `name`
 */
export const responsibilityFor = (
  content: PlanContent,
  nodeKey: string,
): Result<Responsibility, PlanError<'plan.noSuchIndicator' | 'plan.noResponsibility'>> => {
  const path = lineage(content, nodeKey)
  const [node] = path
  if (!node) return refuse('plan.noSuchIndicator', { params: { key: nodeKey } })
  const { responsibilities } = planIndex(content)
  const owner = path.map(({ key }) => responsibilities.get(key)).find((row) => row !== undefined)
  return owner
    ? ok(owner)
    : refuse('plan.noResponsibility', { at: `indicators[${nodeKey}]`, params: { name: node.name } })
}

/** Who scores: a section of the lead unit, or a whole unit where the plan names no section. */
export interface Scorer {
  readonly unitId: string
  readonly sectionId?: string
  /** `recusal`: stands in for the lead unit, which carries the task itself. */
  readonly by: 'responsibility' | 'recusal'
  readonly basis: Basis
}

const place = (of: { readonly unitId: string; readonly sectionId?: string }) =>
  of.sectionId === undefined ? { unitId: of.unitId } : { unitId: of.unitId, sectionId: of.sectionId }

const leadOf = (path: readonly IndicatorNode[]): IndicatorNode | undefined => path.find((node) => node.leadUnitId)

/** Who scores a leaf for units that it does not carry itself. @returns refusals as `responsibilityFor` */
export const scorerOf = (
  content: PlanContent,
  leafKey: string,
): Result<Scorer, PlanError<'plan.noSuchIndicator' | 'plan.noResponsibility'>> => {
  const owner = responsibilityFor(content, leafKey)
  if (owner.ok && owner.value.leadUnitId !== '') {
    const { leadUnitId: unitId, sectionId, basis } = owner.value
    return ok({ ...place(sectionId === undefined ? { unitId } : { unitId, sectionId }), by: 'responsibility', basis })
  }
  const lead = leadOf(lineage(content, leafKey))
  if (lead?.leadUnitId) return ok({ unitId: lead.leadUnitId, by: 'responsibility', basis: lead.basis })
  return owner.ok ? refuse('plan.noResponsibility', { at: `indicators[${leafKey}]` }) : owner
}

/** 回避: who stands in for a unit where it would score itself. One that points back at the unit, or at nobody, is none. */
export const recusalOf = ({ recusals }: Pick<PlanContent, 'recusals'>, unitId: string): Recusal | undefined =>
  recusals.find(({ unitId: own, substitute }) => own === unitId && !['', unitId].includes(substitute.unitId))

/**
 * Who scores one item. A lead unit that carries the leaf itself is replaced by the substitute of its recusal (回避).
 * @returns refusals as `scorerOf`, and `plan.noSubstitute` (no recusal, or one that points back at the unit itself)
 */
export const scorerFor = (
  content: PlanContent,
  leafKey: string,
  unitId: string,
): Result<Scorer, PlanError<'plan.noSuchIndicator' | 'plan.noResponsibility' | 'plan.noSubstitute'>> => {
  const regular = scorerOf(content, leafKey)
  if (!regular.ok || regular.value.unitId !== unitId) return regular
  const recusal = recusalOf(content, unitId)
  if (!recusal)
    return refuse('plan.noSubstitute', { at: `tasks[${leafKey},${unitId}]`, params: { unit: unitId, leaf: leafKey } })
  return ok({ ...place(recusal.substitute), by: 'recusal', basis: recusal.basis })
}
