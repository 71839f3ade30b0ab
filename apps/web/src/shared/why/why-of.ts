import type { ReactNode } from 'react'
import { t } from '../i18n/t.ts'
import { word } from '../i18n/word.ts'
import { sayBasis } from '../plan-diff/say-basis.ts'
import { sayBlocker, sayFigure, stepsOf, type WhyReply } from './say.ts'
import type { RulePart, WhyScore } from './why.ts'

type Row = WhyReply['row']

/** The sentence with the words that cost points marked where they stand in it. */
const partsOf = ({ sentence, applied }: WhyReply): readonly RulePart[] => {
  const points = [...sentence]
  const words = (from: number, to: number) => points.slice(from, to).join('')
  const parts = applied.flatMap(({ start, end }, at) => [
    { text: words(applied[at - 1]?.end ?? 0, start), applied: false },
    { text: words(start, end), applied: true },
  ])
  return [...parts, { text: words(applied.at(-1)?.end ?? 0, points.length), applied: false }].filter(
    ({ text }) => text !== '',
  )
}

const stoppedBy = ({ outcome, blockers }: Row): string | undefined => {
  const [first] = blockers
  return outcome.status !== 'scored' && first ? sayBlocker(first) : undefined
}

/** The answer of the server as the drawer that every score opens. */
const sourceOf = ({ from, source }: Row['figures'][number]): string => {
  switch (from) {
    case 'datum':
      return source
    case 'target':
      return t('方案目标值')
    case 'group':
      return t('同组各单位的同一项数据')
    default:
      return t('方案常数')
  }
}

const sayLater = ({ release, value, outcome }: NonNullable<Row['figures'][number]['later']>, unit: string): string =>
  t('后续发布的{{release}}为{{value}}，{{outcome}}', {
    release: word('release', release),
    value: `${value}${unit}`,
    outcome: word('laterOutcome', outcome),
  })

export const whyOf = (why: WhyReply, unit: string, history?: ReactNode): WhyScore => {
  const { row, clause } = why
  const stopped = stoppedBy(row)
  const trace = row.outcome.status === 'scored' ? row.outcome.trace : undefined
  return {
    unit,
    indicator: why.leafName,
    score: row.outcome.status === 'scored' ? row.outcome.points : null,
    fullMark: why.fullMark,
    ...(stopped !== undefined && { stoppedBy: stopped }),
    rule: partsOf(why),
    clause: {
      document: clause.kind === 'clause' ? (clause.document ?? why.planTitle) : why.planTitle,
      article: clause.kind === 'clause' ? clause.article : '',
      ...(clause.kind === 'clause' && clause.text !== undefined && { text: clause.text }),
    },
    ...(why.taskBasis && { taskBasis: sayBasis(why.taskBasis) }),
    ...(why.notes.length > 0 && { interpretation: why.notes.map(({ text }) => text).join(' ') }),
    steps: trace
      ? stepsOf(trace).map((step) => ({ say: `${step.clause} ${step.arithmetic}`.trim(), value: step.value }))
      : [],
    data: row.figures.map((figure) => ({
      id: figure.input,
      name: figure.name || figure.input,
      value: sayFigure(figure),
      unit: figure.kind === 'quantity' || figure.kind === 'count' ? figure.unit : '',
      source: sourceOf(figure),
      period: figure.period,
      cutOff: figure.cutoff ?? '',
      ...(figure.later && { later: sayLater(figure.later, figure.unit) }),
      verified: figure.verified,
    })),
    evidence: why.files,
    signatures: why.signatures
      .filter(({ state }) => state === 'standing' || state === 'voided')
      .map((signature) => ({
        post: word('sheetRole', signature.role),
        person: signature.name,
        at: signature.recordedAt,
        kind: word('signatureMeans', signature.medium),
        stands: signature.state === 'standing',
      })),
    ...(history !== undefined && { history }),
    ...(why.plot && { plot: why.plot }),
  }
}
