import type { Basis } from '../kernel/basis.ts'
import type { PlanContent } from './model.ts'

/** One place of a plan that rests on a document other than the plan itself. */
export interface PlanCitation {
  /** 发文字号 or title. */
  readonly document: string
  /** Empty where the document as a whole is named. */
  readonly article: string
  /** As findings name it. */
  readonly at: string
}

const places = (content: PlanContent): readonly (readonly [string, Basis])[] => [
  ...content.indicators.map(({ key, basis }) => [`indicators[${key}].basis`, basis] as const),
  ...content.responsibilities.map(({ nodeKey, basis }) => [`responsibilities[${nodeKey}].basis`, basis] as const),
  ...content.steps.map(({ key, basis }) => [`steps[${key}].basis`, basis] as const),
  ...content.recusals.map(({ unitId, basis }) => [`recusals[${unitId}].basis`, basis] as const),
  ...Object.entries(content.settings).map(([name, { basis }]) => [`settings.${name}`, basis] as const),
]

/** Documents that a plan cites, place by place: its basis documents and the clauses that values rest on. */
export const citationsOf = (content: PlanContent): readonly PlanCitation[] => [
  ...content.bases
    .filter(({ annex, title }) => annex === undefined && title !== '')
    .map(({ key, title, documentNumber }) => ({ document: documentNumber || title, article: '', at: `bases[${key}]` })),
  ...places(content).flatMap(([at, basis]) =>
    basis.kind === 'clause' && basis.document ? [{ document: basis.document, article: basis.article, at }] : [],
  ),
]
