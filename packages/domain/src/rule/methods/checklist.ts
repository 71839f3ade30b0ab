import { type Exact, equal, exact, sub, sum } from '../../kernel/exact.ts'
import { exceeds } from '../amounts.ts'
import { notice } from '../findings.ts'
import { ask, type ExactLoss, type Method } from '../method.ts'
import type { ChecklistRule } from '../model.ts'
import type { Clause, When } from '../reading/clause.ts'
import { isElse } from '../reading/denial.ts'
import type { Placed } from '../reading/scan.ts'
import { readStates } from '../reading/states.ts'
import { scored, settled, show } from '../trace.ts'

const checklistInput = '完成事项'

const keyOf = (index: number): string => String(index + 1)
const totalOf = ({ entries }: ChecklistRule): Exact => sum(entries.map(({ points }) => exact(points)))

/** 制定方案得2分，未制定的不得分 says of one entry what the list says of all. */
const deniesBefore = (clause: Clause, before: Clause | undefined): boolean =>
  clause.kind === 'award' &&
  before?.kind === 'award' &&
  before.when.kind === 'fact' &&
  before.award.kind === 'points' &&
  clause.award.kind === 'none' &&
  isElse(clause.when, before.when)

/** 3天内办结的得5分，5天内办结的得3分: either, never both. */
const sameButNumbers = (entries: ChecklistRule['entries']): boolean =>
  entries.some(({ name }, i) =>
    entries.slice(i + 1).some((other) => other.name !== name && withoutNumbers(other.name) === withoutNumbers(name)),
  )

const withoutNumbers = (name: string): string =>
  name.replace(/[\d.]+|[一二三四五六七八九十]+(?=[个天日次月年周])/gu, '')

/** 每少一项扣1分，扣完为止 behind entries of 1 mark each says the same once more: how many clauses it takes. */
function saidAgain(entries: ChecklistRule['entries'], clauses: readonly Placed[]): number {
  const [step, limit] = clauses.slice(entries.length).map(({ clause }) => clause)
  const same =
    step?.kind === 'step' &&
    step.side === 'below' &&
    step.effect === 'deduct' &&
    step.measure === undefined &&
    step.reference === undefined &&
    step.by.value === '1' &&
    step.by.unit === '项' &&
    entries.every(({ points }) => points === step.points)
  if (!same) return 0
  return limit?.kind === 'deductionLimit' && limit.limit.kind === 'untilZero' ? 2 : 1
}

const isFact = ({ clause }: Placed): boolean => clause.kind === 'award' && clause.when.kind === 'fact'

/** 增幅达到全市平均水平得2分 beside what is done: one more thing that holds or does not. */
const entryName = (when: When): string | undefined =>
  when.kind === 'fact'
    ? when.name
    : when.kind === 'meets' && when.relation === 'atLeast'
      ? `${when.actual}达到${when.target}`
      : undefined

/** M18: the sum of the entries that are met. */
export const checklistMethod: Method<'checklist'> = {
  kind: 'checklist',
  inputs: ({ entries }) => [
    {
      name: checklistInput,
      kind: 'checklist',
      role: 'actual',
      entries: entries.map(({ name }, i) => ({ key: keyOf(i), name })),
    },
  ],
  open: (rule, fullMark) => [
    ...(fullMark && !exceeds(totalOf(rule), fullMark) ? [] : (['ceiling'] as const)),
    ...(rule.lacking ? (['lackingEntry'] as const) : []),
  ],

  *compute(rule, given) {
    const ticked = given.ticked(checklistInput)
    const clause = checklistMethod.say(rule)
    const partly = rule.lacking && ticked.size > 0 && ticked.size < rule.entries.length
    if (partly && (yield* ask('lackingEntry')) === 'all') return settled(given, 'none', clause, 'loss.entry')
    const unmet = rule.entries.filter((_, i) => !ticked.has(keyOf(i)))
    const losses: ExactLoss[] = unmet.map(({ name, points }) => ({
      code: 'loss.entry',
      clause: `${name}的得${points}分`,
      points: exact(points),
    }))
    const unearned = sum(losses.map(({ points }) => points))
    const earned = sub(totalOf(rule), unearned)
    const capped = exceeds(earned, given.fullMark) && (yield* ask('ceiling')) === 'fullMark'
    // What the entries' sum itself leaves: full marks that no entry pays for, or (negative) more than there are.
    const rest = sub(sub(given.fullMark, capped ? given.fullMark : earned), unearned)
    losses.push({ code: 'loss.entriesSum', clause, points: rest })
    return scored(given, losses, {
      code: 'checklist',
      clause,
      inputs: [{ name: checklistInput, value: [...ticked].sort().join('、') }],
    })
  },

  say: ({ entries, lacking }) =>
    entries.map(({ name, points }) => `${name}的得${points}分`).join('；') + (lacking ? '，缺项不得分' : ''),

  begins: ['award', 'entry'],
  read(clauses) {
    if (readStates(clauses)) return undefined
    const entries: ChecklistRule['entries'][number][] = []
    let bare = false
    let said = 0
    for (const [i, { clause }] of clauses.entries()) {
      if (deniesBefore(clause, clauses[i - 1]?.clause)) said += 1
      else if (clause.kind === 'entry') {
        bare = true
        entries.push({ name: clause.name, points: clause.points })
      } else if (clause.kind === 'award' && clause.award.kind === 'points' && entryName(clause.when) !== undefined)
        entries.push({ name: entryName(clause.when) as string, points: clause.award.points })
      else break
    }
    if (entries.length === 0 || (bare && entries.length === 1) || sameButNumbers(entries)) return undefined
    if (!bare && !clauses.slice(0, entries.length + said).some(isFact)) return undefined
    const end = entries.length + said
    if (clauses[end]?.clause.kind === 'lacking')
      return { rule: { kind: 'checklist', entries, lacking: 'unsaid' }, used: end + 1 }
    return {
      rule: { kind: 'checklist', entries },
      used: end + (said === 0 ? saidAgain(entries, clauses) : 0),
    }
  },

  lint(rule, fullMark) {
    const total = totalOf(rule)
    return fullMark === undefined || equal(total, fullMark)
      ? []
      : [notice('rule.entriesSum', 'entries', { sum: show(total) })]
  },
}
