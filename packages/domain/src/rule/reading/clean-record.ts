import type { Counted } from '../model.ts'
import type { Clause, When } from './clause.ts'
import type { Placed } from './scan.ts'
import { targetMet } from './target-met.ts'

/**
 * 未发生安全事故得满分，每发生1起扣2分: full marks for a clean record, before what each blot costs. It says what the count of none says
 * anyway, and what is counted where the next clause leaves that out. Undefined where the two speak of different things.
 */
export function counting(record: Clause | undefined, next: Clause | undefined): Counted | undefined {
  if (record?.kind !== 'award' || next?.kind !== 'count' || next.effect !== 'deduct') return undefined
  const { counted } = next
  if (record.when.kind === 'all') {
    const said = counted.verb + (counted.name ?? '')
    const broken = (name: string) => deniedIn(name, said) || said.includes(none.exec(name)?.groups?.blot ?? '？')
    return record.when.conditions.every(({ name, met }) => met && broken(name)) ? counted : undefined
  }
  if (
    record.when.kind === 'meets' &&
    record.when.relation === 'atLeast' &&
    missed.test(counted.verb + (counted.name ?? ''))
  )
    return counted
  if (record.when.kind === 'band') return isWhole(record.when, counted) ? counted : undefined
  if (record.when.kind !== 'fact') return undefined
  const { name } = record.when
  if (targetMet(name)?.subject !== undefined && missed.test(counted.verb + (counted.name ?? ''))) return counted
  const blot = clean.exec(name)?.groups?.blot
  if (blot !== undefined) {
    if (counted.name === undefined) return bare.test(counted.verb) ? { ...counted, name: blot } : undefined
    return blot.endsWith(counted.name) || counted.name.endsWith(blot) ? counted : undefined
  }
  if (together.test(name) && short.test(counted.name ?? '')) return counted
  if (contraries.some(({ kept, broken }) => kept.test(name) && broken.test(counted.verb + (counted.name ?? ''))))
    return counted
  return deniedIn(name, counted.verb + (counted.name ?? '')) ? counted : undefined
}

/** 每缺1个村 of what all of them should have. */
const lacks = /^(?:少|缺少?|漏|差)(?:完成|报|建|开展)?$/u
const rateOf = /(?<deed>\p{L}{2})(?:完成|到位|落实)?(?:率|比例)$/u
const numberOf = /^.*?(?<deed>\p{L}{2})(?:发生)?(?:率|起数|件数|次数|人数|数量|数)$/u

/** 答复率100%得2分，每有1件未按期答复扣0.5分; 辍学率为0，每出现1名辍学学生: all of them done, or none there, before each that was not or was. */
function isWhole(
  { measure, from, to }: Extract<When, { readonly kind: 'band' }>,
  { verb, name = '', case: within = '' }: Counted,
): boolean {
  if (measure?.kind !== 'input' || from?.inclusive === false) return false
  const said = within + verb + name
  if (from?.value === '100' && from.unit === '%' && to === undefined) {
    const deed = rateOf.exec(measure.name)?.groups?.deed ?? '？'
    return lacks.test(verb) || deniedIn(deed, said) || new RegExp(`[未不没][^，]{0,8}${deed}`, 'u').test(said)
  }
  const deed = numberOf.exec(measure.name)?.groups?.deed ?? '？'
  return from?.value === '0' && to?.value === '0' && said.includes(deed)
}

/** 达到考核目标得4分, before 每有1个断面不达标. */
const missed = /不达标|未达标|不合格|超标|未达到?/u

/** 无一项被督办: what the count then speaks of. */
const none = /^无一[例起次个项件人户篇条份处]?(?<blot>.{2,})$/u
/** 按时报送得满分，每迟报1次扣0.5分; 15个工作日内办结, before 逾期5天以内的，每件: how it was to be done, and what it is called when it was not. */
const contraries: readonly { readonly kept: RegExp; readonly broken: RegExp }[] = [
  {
    kept: /按时|及时|按期|如期|准时|(?:时间|时限|期限|工作日|日|天|小时|月)内/u,
    broken: /迟|逾期|超期|超时|超过时限|拖延|拖后|延误|延期|滞后|推后|未(?:按时|按期|及时|如期)|不(?:按时|及时)/u,
  },
  { kept: /^(?:全部|按[时期]|如期)?完成\p{L}{2,20}(?:任务|目标|计划|指标)$/u, broken: /^(?:少|缺)\p{L}{1,4}$|未完成/u },
  { kept: /齐全|完整|完备|齐备/u, broken: /缺|漏|不(?:齐|全|完整|完备)/u },
  { kept: /准确|无误|真实/u, broken: /错|有误|差错|失实|不(?:实|准确|真实)|虚报|瞒报/u },
  { kept: /规范|合规/u, broken: /不(?:规范|合规|符合)|违规/u },
  { kept: /到位/u, broken: /不到位|未到位/u },
]

/** 见面率、答复率均达100%, before 每有一件未达要求: of all that was asked, however it is called. */
const together = /、.*(?:均|都|全部)/u
const short = /^(?:未达(?:到)?要求|不符合要求|未达标|不达标|不合格|未完成)$/u

const clean =
  /^(?:(?:全年|年内|当年|本年度|年度内|考核年度内)|本?(?:辖区|区域|单位|系统|部门|行业|领域|乡镇)内?)*(?:\p{L}{2,8}(?=未(?:发生|出现|发现)|没有发生|零发生))?(?:未(?:发生|出现|发现)|没有(?:发生|出现)?|无|不存在)(?<blot>.{2,})$/u
/** Words that say no more than that it happened. */
const bare = /^(?:发生|发现|出现|有|存在|(?:一?经)?(?:查实|核实|查证)|每?发现)?$/u

/** 未按时完成 of 按时完成交办任务, 不到位 of 落实到位: the same deed with a not before it. */
const deniedIn = (deed: string, said: string): boolean =>
  [...said.replaceAll('或', '、').matchAll(/(?:未能?|不|没有)(?<deed>\p{L}{2,})/gu)].some(({ groups }) => {
    const denied = groups?.deed ?? ''
    return deed.includes(denied) || (denied.length > 2 && deed.includes(denied.slice(0, 4)))
  })

const andWorse =
  /^(?<clean>(?:(?:年内|全年|本年度)|(?:本)?(?:辖区|区域|单位|系统|部门|行业|领域|乡镇)内?)*(?:未发生|无))(?<least>一般|较大|重大)(?:事故)?(?:及其?|\(含\))?以上(?<what>.*事故)$/u
/** What is worse than each class of accident (State Council order no. 493); 重特大 is the two worst. */
const worse: Readonly<Record<string, readonly string[]>> = {
  一般: ['较大及以上', '较大以上', '较大(含)以上'],
  较大: ['重特大', '重大及以上', '重大以上', '重大(含)以上', '重大、特别重大', '重大或特别重大'],
  重大: ['特大', '特别重大'],
}

/** 未发生较大及以上事故得满分，发生1起较大事故扣5分，发生重特大事故不得分: with what the worse ones leave said behind it, the record is of the least. */
export function withWorseSaid(clauses: readonly Placed[]): readonly Placed[] {
  const [record, next, ...after] = clauses
  if (record?.clause.kind !== 'award' || record.clause.when.kind !== 'fact') return clauses
  const { clean, least = '', what = '' } = andWorse.exec(record.clause.when.name)?.groups ?? {}
  const counted = next?.clause.kind === 'count' ? next.clause.counted.name : undefined
  if (next === undefined || clean === undefined || (counted !== `${least}${what}` && counted !== `${least}事故`))
    return clauses
  const covered = after.some(({ clause }) => {
    const said =
      clause.kind === 'gate'
        ? clause.when
        : clause.kind === 'award' && clause.when.kind === 'fact'
          ? clause.when.name
          : ''
    return (worse[least] ?? []).some((word) => said.includes(`${word}${what}`) || said.includes(`${word}事故`))
  })
  const own: Clause = { ...record.clause, when: { kind: 'fact', name: `${clean}${counted}` } }
  return covered ? [{ ...record, clause: own }, next, ...after] : clauses
}

/** Clauses that may follow a count and are still about it. */
const about: ReadonlySet<Clause['kind']> = new Set(['count', 'nth', 'deductionLimit', 'partial'])

/** 未达到的，: the side on which what follows counts. */
const isUnmet = (placed: Placed | undefined): boolean =>
  placed?.clause.kind === 'side' && placed.clause.side === 'below' && !placed.clause.reference && !placed.clause.measure

/** 完成率100%得3分，每少1人扣1分: whole ones are missing, and no share of the rate. */
function missingOf(record: Placed | undefined, placed: Placed | undefined): Placed | undefined {
  if (placed?.clause.kind !== 'step' || record?.clause.kind !== 'award') return placed
  const { when } = record.clause
  const ofRate = when.kind === 'band' && when.from?.value === '100' && when.from.unit === '%' && !when.to
  return ofRate ? (asCount(placed) ?? placed) : placed
}

/** 2起及以上不得分: so many of what is counted. */
function isSoMany(placed: Placed | undefined, count: Placed | undefined): boolean {
  const [said, of] = [placed?.clause, count?.clause]
  return (
    said?.kind === 'award' &&
    said.award.kind === 'none' &&
    said.when.kind === 'band' &&
    said.when.measure === undefined &&
    said.when.to === undefined &&
    of?.kind === 'count' &&
    said.when.from?.unit === of.counted.unit
  )
}

/** 第1起扣1分: what is counted, by the price of the first one. */
const countOf = (clause: Clause): Clause | undefined => {
  if (clause.kind !== 'nth') return undefined
  const { unit, points, name } = clause
  return {
    kind: 'count',
    counted: { verb: '', per: '1', unit, ...(name !== undefined && { name }) },
    effect: 'deduct',
    points,
  }
}

/** 处方合格率100%，每张不合格处方扣0.1分: all of it is asked for, which the count of none says anyway. */
export function withoutWhole(clauses: readonly Placed[]): readonly Placed[] {
  return clauses.flatMap((placed, i) => {
    const before = clauses[i - 1]
    if (isWholeAim(before?.clause)) return [asCount(placed) ?? placed]
    const next = clauses[i + 1]
    const counts = next && (asCount(next)?.clause ?? next.clause)
    return isWholeAim(placed.clause) && counts?.kind === 'count' && counts.effect === 'deduct' ? [] : [placed]
  })
}

const isWholeAim = (clause: Clause | undefined): boolean =>
  clause?.kind === 'aim' && clause.reference.value === '100' && clause.reference.unit === '%'

/** 每少1人, 缺一所: whole ones that are missing, and no share of a rate. */
function asCount(placed: Placed): Placed | undefined {
  if (placed.clause.kind !== 'step') return undefined
  const { measure, reference, side, by, effect, points } = placed.clause
  if (measure || reference || side !== 'below' || effect !== 'deduct') return undefined
  if (by.unit === undefined || /^(?:%|个百分点|倍)$/u.test(by.unit)) return undefined
  return { ...placed, clause: { kind: 'count', counted: { verb: '少', per: by.value, unit: by.unit }, effect, points } }
}

/** 无违纪案件得5分，每发生1起扣1分: marks of its own for the clean record, so that the count takes from these; several such, a part each. */
export function asPart(clauses: readonly Placed[]): readonly Placed[] {
  const [record, next] = clauses
  const award = record?.clause.kind === 'award' ? record.clause : undefined
  if (award?.award.kind === 'full' && next?.clause.kind === 'nth')
    return counting(award, countOf(next.clause)) === undefined ? clauses : clauses.slice(1)
  const parts: Placed[] = []
  for (let at = 0; at < clauses.length; ) {
    const part = partAt(clauses, at)
    if (part === undefined) return clauses
    parts.push(...part.clauses)
    at = part.end
  }
  return parts
}

function partAt(
  clauses: readonly Placed[],
  at: number,
): { readonly clauses: readonly Placed[]; readonly end: number } | undefined {
  const between = isUnmet(clauses[at + 1]) ? 1 : 0
  const record = clauses[at]
  const next = missingOf(record, clauses[at + 1 + between])
  const award = record?.clause.kind === 'award' ? record.clause : undefined
  const rises = next?.clause.kind === 'nth'
  if (!record || counting(award, rises ? countOf(next.clause) : next?.clause) === undefined) return undefined
  if (award?.award.kind !== 'points') return undefined
  let end = at + 2 + between
  while (end < clauses.length && (about.has(clauses[end]?.clause.kind ?? 'frame') || isSoMany(clauses[end], next)))
    end += 1
  const heading: Clause = { kind: 'heading', marks: { kind: 'points', points: award.award.points } }
  const inside = [...(next ? [next] : []), ...clauses.slice(at + 2 + between, end)]
  if (rises) return { clauses: [{ ...record, clause: heading }, ...inside], end }
  const full: Clause = { ...award, award: { kind: 'full' } }
  return { clauses: [{ ...record, clause: heading }, { ...record, clause: full }, ...inside], end }
}
