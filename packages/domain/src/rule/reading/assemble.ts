import { equal, exact, printExact, sign, sub, sum } from '../../kernel/exact.ts'
import type { Method } from '../method.ts'
import type { MethodOf } from '../method-of.ts'
import { changesOnly } from '../methods/sum.ts'
import type { GatedRule, PartsRule, Rule, RuleKind, SumRule } from '../model.ts'
import type { Clause, Taken, When } from './clause.ts'
import { asPart, withoutWhole, withWorseSaid } from './clean-record.ts'
import { withDefinitions } from './definition.ts'
import { withDoubled } from './doubled.ts'
import { withEachMarks } from './each-marks.ts'
import { limitOfAll } from './limit-of-all.ts'
import { inOrder } from './order.ts'
import type { Placed } from './scan.ts'
import { boundedBeyond, goesWith, heldAtWhole } from './side-by-side.ts'
import { withEachFurther, withSoMany } from './so-many.ts'
import { saysNothing, withoutTitles } from './titles.ts'

/**
 * Methods put clauses together; this puts methods together. From the outside in: parts with marks of their own, a coefficient on the
 * whole, facts that override, methods side by side, one method. What it cannot place is left over and reported.
 */
export function assemble(all: readonly Placed[], methods: Methods): Assembled {
  const assembled = assembleScoring(
    withMarksBehind(
      withWorseSaid(withSoMany(withEachFurther(withDoubled(withDefinitions(withoutWhole(withoutTitles(all))))))),
    ),
    methods,
  )
  return assembled.rule ? assembled : { left: [...assembled.left, ...all.filter(saysNothing)] }
}

/** 每签约1个得1分，每落地1个得2分，满分10分: marks said last, of several that earn, are how far they go together. */
function withMarksBehind(clauses: readonly Placed[]): readonly Placed[] {
  const [last, before] = [clauses.at(-1), clauses.slice(0, -1)]
  if (last?.clause.kind !== 'heading' || last.clause.name !== undefined || last.clause.marks.kind !== 'points')
    return clauses
  if (last.clause.base || last.clause.each || before.length < 2) return clauses
  if (!before.every(({ clause }) => clause.kind === 'count' && clause.effect === 'credit')) return clauses
  const clause: Clause = { kind: 'total', clause: { kind: 'ceiling', ceiling: last.clause.marks } }
  return [...before, { ...last, clause }]
}

function assembleScoring(said: readonly Placed[], methods: Methods): Assembled {
  const headed = readParts(withEachMarks(said) ?? asPart(said), methods)
  if (headed) return headed
  const clauses = asPart(said)
  const times = clauses.findIndex(({ clause }) => clause.kind === 'times')
  const coefficient = clauses[times]?.clause
  if (coefficient?.kind === 'times' && times > 0) {
    const inner = readGated(clauses.slice(0, times), methods)
    const left = [...inner.left, ...clauses.slice(times + 1)]
    return inner.rule ? { rule: { kind: 'coefficient', name: coefficient.name, rule: inner.rule }, left } : inner
  }
  return readGated(clauses, methods)
}

interface Methods {
  readonly beginning: (kind: Clause['kind']) => readonly Method<RuleKind>[]
  readonly of: MethodOf
}

interface Assembled {
  readonly rule?: Rule
  /** Clauses that belong to no method here. */
  readonly left: readonly Placed[]
}

/** 招商引资（10分）：…。安全生产（5分）：…. Headings without a rule between them are a checklist with marks in brackets. */
function readParts(clauses: readonly Placed[], methods: Methods): Assembled | undefined {
  if (clauses[0]?.clause.kind !== 'heading') return undefined
  const segments: { readonly heading: Heading; readonly own: Placed; readonly inside: Placed[] }[] = []
  for (const placed of clauses) {
    if (placed.clause.kind === 'heading') segments.push({ heading: placed.clause, own: placed, inside: [] })
    else segments.at(-1)?.inside.push(placed)
  }
  if (segments.some(({ heading, inside }) => (heading.base ?? heading.each) && inside.length === 0)) return undefined
  if (segments.every(({ inside }) => inside.length === 0)) return readEntries(segments.map(({ own }) => own))
  const whole = wholeOf(segments)
  if (whole) {
    const inner = readParts(clauses.slice(1), methods)
    const { name, marks } = whole
    return inner?.rule
      ? {
          rule: { kind: 'parts', parts: [{ ...(name !== undefined && { name }), marks, rule: inner.rule }] },
          left: inner.left,
        }
      : inner
  }
  const [only, other] = segments
  if (only?.heading.each) return other ? undefined : eachPeriod(only.heading, only.inside, methods)
  if (segments.some(({ heading }) => heading.each)) return undefined
  if (segments.some(({ heading }) => heading.base) && other) return undefined
  const left: Placed[] = []
  const parts: PartsRule['parts'][number][] = []
  for (const { heading, own, inside } of segments) {
    const { rule, left: over } = inside.length === 0 ? deedOf(heading) : readPart(heading, inside, methods)
    left.push(...over, ...(rule ? [] : [own]))
    const { name, marks } = heading
    if (rule) parts.push({ ...(name !== undefined && { name }), marks, rule })
  }
  return parts.length === 0 ? { left } : { rule: { kind: 'parts', parts }, left }
}

/** 每季度满分2.5分，…: the rule of each of its periods, whose figures carry its name. */
function eachPeriod({ each = [], marks }: Heading, inside: readonly Placed[], methods: Methods): Assembled {
  const { rule, left } = readGated(inside, methods)
  return rule ? { rule: { kind: 'parts', parts: each.map((name) => ({ name, marks, rule })) }, left } : { left }
}

/** 年初有工作要点（1分） beside parts with rules: done or not. */
function deedOf({ name = '', opens }: Heading): Assembled {
  if (opens || !deed.test(name)) return { left: [] }
  return { rule: { kind: 'allOrNothing', when: { kind: 'fact', name } }, left: [] }
}

const deed =
  /^(?:年初|年内|及时|按时|按要求|认真)?(?:有|建立|制定|成立|落实|开展|报送|印发|明确|完成|召开|组织|编制|配备|签订|设立|公开|健全|完善)[\p{L}“”《》、]{2,30}$/u

/** 基础分60分，…，最高100分: what may be added to where it starts. */
const aboveBase = (clauses: readonly Placed[], start: string): readonly Placed[] =>
  clauses.map((placed) => {
    const { clause } = placed
    if (clause.kind !== 'ceiling' || clause.ceiling.kind !== 'points') return placed
    const room = sub(exact(clause.ceiling.points), exact(start))
    return sign(room) > 0
      ? { ...placed, clause: { kind: 'additionLimit', limit: { kind: 'points', points: printExact(room) } } }
      : placed
  })

/** 整改率（1分）达到100%得1分: where the rule names no figure, it is the part's. */
function readPart({ name = '', base, marks }: Heading, all: readonly Placed[], methods: Methods): Assembled {
  const inside = base && marks.kind === 'points' ? aboveBase(all, marks.points) : all
  const read = readGated(inside, methods)
  const [first, ...rest] = inside
  if (first?.clause.kind !== 'award' || (read.rule && read.left.length === 0) || !figure.test(name)) return read
  const { when } = first.clause
  if (when.kind !== 'band' || when.measure || (when.from ?? when.to)?.unit !== '%') return read
  const clause: Clause = { ...first.clause, when: { ...when, measure: { kind: 'input', name } } }
  const lent = readGated([{ ...first, clause }, ...rest], methods)
  return lent.rule && lent.left.length < read.left.length + (read.rule ? 0 : 1) ? lent : read
}

const figure = /[率度]$|比例$|比重$|占比$|增[速幅]$/u

/** 党建工作（15分）：1.…（5分）… 2.…（10分）: a heading without a rule whose marks are those of all that follow. */
function wholeOf(
  segments: readonly { readonly heading: Heading; readonly inside: readonly Placed[] }[],
): Heading | undefined {
  const [first, ...rest] = segments
  if (first?.heading.marks.kind !== 'points' || first.inside.length > 0 || rest.length < 2) return undefined
  const marks = rest.map(({ heading }) => (heading.marks.kind === 'points' ? exact(heading.marks.points) : undefined))
  const known = marks.filter((each) => each !== undefined)
  const same = known.length === rest.length && equal(sum(known), exact(first.heading.marks.points))
  return same ? first.heading : undefined
}

type Heading = Extract<Clause, { readonly kind: 'heading' }>

function readEntries(headings: readonly Placed[]): Assembled {
  const entries = headings.flatMap(({ clause }) =>
    clause.kind === 'heading' && clause.name !== undefined && clause.marks.kind === 'points'
      ? [{ name: clause.name, points: clause.marks.points }]
      : [],
  )
  return entries.length === headings.length ? { rule: { kind: 'checklist', entries }, left: [] } : { left: headings }
}

/** Facts that override stand anywhere; where they stand alone there is nothing to override. */
function readGated(clauses: readonly Placed[], methods: Methods): Assembled {
  const read = readGatedInTurn(clauses, methods)
  const [first, ...rest] = clauses
  if ((read.rule && read.left.length === 0) || first === undefined || rest.length === 0 || !isLost(first)) return read
  // 发生死亡事故的不得分，每发生1起…: said before what it decides.
  const behind = readGatedInTurn([...rest, first], methods)
  return behind.rule && behind.left.length === 0 ? behind : read
}

const isLost = ({ clause }: Placed): boolean =>
  clause.kind === 'award' && clause.award.kind === 'none' && isCase(clause.when)

function readGatedInTurn(clauses: readonly Placed[], methods: Methods): Assembled {
  const gates: GatedRule['gates'][number][] = []
  const rest: Placed[] = []
  for (const placed of clauses) {
    if (placed.clause.kind === 'gate') gates.push({ when: placed.clause.when, effect: placed.clause.effect })
    else rest.push(placed)
  }
  const sum = readSum(inOrder(rest), methods)
  const late = sum.rule || rest.length === sum.left.length ? lateGates(sum.left) : []
  const left = sum.left.slice(late.length)
  const all = [...gates, ...late]
  if (all.length === 0) return { ...sum, left }
  if (sum.rule === undefined) {
    if (left.length > 0) return { left: clauses }
    return { rule: { kind: 'gated', rule: { kind: 'faults', entries: [] }, gates: all }, left: [] }
  }
  return { rule: { kind: 'gated', rule: sum.rule, gates: all }, left }
}

/** 发生较大事故的，不得分 behind a rule that has said all it has to say. */
function lateGates(left: readonly Placed[]): readonly GatedRule['gates'][number][] {
  const gates: GatedRule['gates'][number][] = []
  for (const { clause } of left) {
    if (clause.kind !== 'award' || !isCase(clause.when)) break
    if (clause.award.kind !== 'none' && clause.award.kind !== 'full' && clause.award.kind !== 'share') break
    gates.push({ when: clause.when.name, effect: clause.award })
  }
  return gates
}

const isCase = (when: When): when is Extract<When, { readonly kind: 'fact' }> =>
  when.kind === 'fact' && !/^未(?:完成|达到|达标)|^达不到/u.test(when.name)

/** Methods side by side, each taking as many clauses as it can; two that read the same figure are not one sentence. */
function readSum(clauses: readonly Placed[], { beginning, of }: Methods): Assembled {
  const parts: Rule[] = []
  const read = new Set<string>()
  let limits: Pick<SumRule, 'limit' | 'ceiling' | 'mostAdded' | 'perMatter'> = {}
  let at = 0
  while (at < clauses.length) {
    const total = clauses[at]?.clause
    if (total?.kind === 'total' && parts.length > 1) {
      if (total.clause.kind === 'ceiling') limits = { ...limits, ceiling: total.clause.ceiling }
      else if (total.clause.kind === 'deductionLimit') limits = { ...limits, limit: total.clause.limit }
      else if (total.clause.kind === 'additionLimit' && total.clause.limit.kind === 'points')
        limits = { ...limits, mostAdded: total.clause.limit.points }
      else break
      at += 1
      continue
    }
    if (total?.kind === 'counting' && total.counting === 'perMatter' && parts.length > 1 && parts.every(isCounted)) {
      limits = { ...limits, perMatter: true }
      at += 1
      continue
    }
    if (total?.kind === 'counting' && total.counting === 'each' && parts.length > 1 && parts.every(isCounted)) {
      const most = clauses[at + 1]?.clause
      if (most?.kind === 'ceiling') limits = { ...limits, ceiling: most.ceiling }
      at += most?.kind === 'ceiling' ? 2 : 1
      continue
    }
    if (limits.limit || limits.ceiling || limits.mostAdded || limits.perMatter) break
    const cap = parts.length === 1 && changesByLevel(parts[0]) ? capOf(total) : undefined
    if (cap) {
      limits = { limit: cap }
      at += 1
      continue
    }
    const taken = longest(at === 0 ? clauses : clauses.slice(at), beginning)
    if (taken === undefined || (parts.length > 0 && !goesWith(parts, taken.rule, read, of))) break
    for (const { name } of of(taken.rule).inputs(taken.rule)) read.add(name)
    parts.push(taken.rule)
    at += taken.used
  }
  const left = clauses.slice(at)
  const [only] = parts
  if (only === undefined || (parts.length < 2 && !limits.limit)) return only ? { rule: only, left } : { left }
  const ceiling = boundedBeyond(parts) ? { ceiling: { kind: 'unlimited' as const } } : {}
  return { rule: { kind: 'sum', ...limitOfAll(heldAtWhole(parts)), ...ceiling, ...limits }, left }
}

/** What happened, each at its price. */
const isCounted = (rule: Rule): boolean => changesOnly(rule) || rule.kind === 'countCredit'

/** 较差的扣0.3分，差的扣0.5分，最多扣1分: a scale of deductions has no limit of its own. */
const changesByLevel = (rule: Rule | undefined): boolean => rule?.kind === 'levels' && changesOnly(rule)

const capOf = (clause: Clause | undefined): SumRule['limit'] => {
  const said = clause?.kind === 'total' ? clause.clause : clause
  return said?.kind === 'deductionLimit' ? said.limit : undefined
}

/** The method that accounts for most of the clauses; no two take the same clauses (a test holds them apart). */
function longest(clauses: readonly Placed[], beginning: Methods['beginning']): Taken<Rule> | undefined {
  let best: Taken<Rule> | undefined
  for (const method of clauses[0] ? beginning(clauses[0].clause.kind) : []) {
    const taken: Taken<Rule> | undefined = method.read?.(clauses)
    if (taken && (best === undefined || taken.used > best.used)) best = taken
  }
  return best
}
