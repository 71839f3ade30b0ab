import { compare, type Exact, exact, max, neg, sign, sub, sum, zero } from '../../kernel/exact.ts'
import { exceeds } from '../amounts.ts'
import { held } from '../limits.ts'
import { ask, type Computation, type Computed, type ExactLoss, type Given, type Method } from '../method.ts'
import type { MethodOf } from '../method-of.ts'
import type { Rule, SumRule } from '../model.ts'
import type { TraceNode } from '../outcome.ts'
import { joined, sayCeiling, sayDeductionLimit } from '../phrases.ts'
import type { QuestionCode } from '../questions.ts'
import { scored } from '../trace.ts'

/** M20, M25: what earns is added up (full marks where nothing earns), then the others add and take, then the limits of the whole. */
export const sumMethod = (methodOf: MethodOf): Method<'sum'> => ({
  kind: 'sum',
  inputs: ({ parts }) => parts.flatMap((part) => methodOf(part).inputs(part)),
  open: ({ parts, limit, ceiling, mostAdded, scope }) => [
    ...new Set([
      ...parts.flatMap((part) => methodOf(part).open(part)).filter((code) => !ofTheWhole.has(code)),
      ...(limit || !parts.some(takes) ? [] : (['deductionLimit'] as const)),
      ...(scope ? (['limitScope'] as const) : []),
      ...(ceiling || (mostAdded && parts.every(changesOnly)) ? [] : (['ceiling'] as const)),
    ]),
  ],

  *compute(said, given) {
    const apart = said.scope && !isFullMark(said, given) && (yield* ask('limitScope')) === 'last'
    const rule = apart ? limitedLast(said) : said
    const children: TraceNode[] = []
    const changes: ExactLoss[] = []
    const earned: Exact[] = []
    for (const part of rule.parts) {
      const computed: Computed = yield* partOf(methodOf(part).compute(part, given))
      if (saysNothingHere(computed, part, rule)) continue
      if (computed.kind !== 'points') return computed
      children.push(computed.node)
      if (changesOnly(part)) changes.push(...computed.losses)
      else earned.push(sub(given.fullMark, sum(computed.losses.map(({ points }) => points))))
    }
    const clause = saySum(said, methodOf)
    const start = earned.length === 0 ? given.fullMark : sum(earned)
    const losses: ExactLoss[] = [{ code: 'loss.credit', clause, points: sub(given.fullMark, start) }, ...changes]
    const over = beyondMost(changes, rule)
    if (sign(over) > 0) losses.push({ code: 'loss.entriesSum', clause, points: over })
    const plain = sub(given.fullMark, sum(losses.map(({ points }) => points)))
    const points = yield* within(plain, rule, given)
    losses.push({ code: 'loss.entriesSum', clause, points: sub(plain, points) })
    return scored(given, losses, { code: 'sum', clause, children })
  },

  say: (rule) => saySum(rule, methodOf),
  lint: ({ parts }, _fullMark) =>
    parts.flatMap((part, i) =>
      methodOf(part)
        .lint(part, undefined)
        .map((found) => ({ ...found, at: `parts[${i}]${found.at === '' ? '' : `.${found.at}`}` })),
    ),
})

function saySum({ parts, perMatter, limit, ceiling, mostAdded, scope }: SumRule, methodOf: MethodOf): string {
  const of = scope ? '' : '合计'
  return joined(
    parts.map((part) => methodOf(part).say(part)).join('；'),
    limit && `${of}${sayDeductionLimit(limit)}`,
    ceiling && `${of}${sayCeiling(ceiling)}`,
    mostAdded && `${of}最多加${mostAdded}分`,
    perMatter && '同一事项按最高的计',
  )
}

/** A limit at full marks is of all of it. */
function isFullMark({ limit, ceiling, mostAdded }: SumRule, { fullMark }: Given): boolean {
  const [said] = [limit, ceiling].flatMap((one) => (one?.kind === 'points' ? one.points : []))
  const most = said ?? mostAdded
  return ceiling?.kind === 'fullMark' || (most !== undefined && compare(exact(most), fullMark) === 0)
}

/** The same with the limit as the last part's own. */
function limitedLast({ kind, parts, limit, ceiling, mostAdded }: SumRule): SumRule {
  const own = limit ?? (mostAdded === undefined ? undefined : { kind: 'points', points: mostAdded })
  const last = { ...parts.at(-1), ...(own && { limit: own }), ...(ceiling && { ceiling }) } as Rule
  return { kind, parts: [...parts.slice(0, -1), last] }
}

/** By how much the bonuses together exceed what they may add. */
function beyondMost(changes: readonly ExactLoss[], { mostAdded }: SumRule): Exact {
  if (mostAdded === undefined) return zero
  const gained = neg(sum(changes.filter(({ points }) => sign(points) < 0).map(({ points }) => points)))
  return max(zero, sub(gained, exact(mostAdded)))
}

/** 完成率按比例得分；超过100%的每高1%加0.1分: where the second leaves a side unsaid, the first has said it. */
const saysNothingHere = (computed: Computed, part: Rule, { parts }: SumRule): boolean =>
  computed.kind === 'error' &&
  (computed.code === 'rule.sideUnsaid' || computed.code === 'rule.tiersGap') &&
  changesOnly(part) &&
  !parts.every(changesOnly)

/** Limits of single parts that the whole answers for: asked once, of the sum. */
const ofTheWhole: ReadonlySet<QuestionCode> = new Set(['deductionLimit', 'ceiling', 'additionLimit'])

function* partOf(computation: Computation): Computation {
  for (let step = computation.next(); ; ) {
    if (step.done) return step.value
    step = computation.next(ofTheWhole.has(step.value) ? 'unlimited' : yield step.value)
  }
}

function* within(plain: Exact, { parts, limit, ceiling, mostAdded }: SumRule, given: Given): Computation<Exact> {
  const free = mostAdded !== undefined && ceiling === undefined && parts.every(changesOnly)
  const most: Exact = free ? plain : yield* held(plain, ceiling, given.fullMark)
  if (limit?.kind === 'points' && exceeds(sub(given.fullMark, most), exact(limit.points)))
    return sub(given.fullMark, exact(limit.points))
  if (sign(most) >= 0 || limit?.kind === 'points') return most
  return (limit?.kind ?? (yield* ask('deductionLimit'))) === 'untilZero' ? zero : most
}

const takes = (rule: Rule): boolean =>
  rule.kind === 'countDeduction' ||
  rule.kind === 'inPercent' ||
  rule.kind === 'faults' ||
  (rule.kind === 'credits' && rule.effect === 'deduct') ||
  rule.kind === 'steps'

/** Whether a rule only adds to or takes from what is there; the others earn from zero. */
export const changesOnly = (rule: Rule): boolean => {
  switch (rule.kind) {
    case 'countDeduction':
    case 'countBonus':
    case 'faults':
    case 'extras':
    case 'credits':
      return true
    case 'inPercent':
      return changesOnly(rule.rule)
    case 'steps':
    case 'slopes':
      return rule.base === undefined
    case 'tiers':
      return rule.otherwise === undefined && rule.bands.every(({ award }) => award.kind === 'add')
    case 'rankBands':
      return (
        rule.otherwise === undefined && rule.bands.every(({ award }) => award.kind === 'add' || award.kind === 'deduct')
      )
    case 'levels':
      return (
        rule.otherwise === undefined &&
        rule.levels.every(({ award }) => award.kind === 'add' || award.kind === 'deduct')
      )
    default:
      return false
  }
}
