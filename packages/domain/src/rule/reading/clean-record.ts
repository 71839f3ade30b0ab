import type { Counted } from '../model.ts'
import type { Clause } from './clause.ts'
import type { Placed } from './scan.ts'

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
  if (record.when.kind !== 'fact') return undefined
  const { name } = record.when
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

/** 无一项被督办: what the count then speaks of. */
const none = /^无一[例起次个项件人户篇条份处]?(?<blot>.{2,})$/u
/** 按时报送得满分，每迟报1次扣0.5分; 15个工作日内办结, before 逾期5天以内的，每件: how it was to be done, and what it is called when it was not. */
const contraries: readonly { readonly kept: RegExp; readonly broken: RegExp }[] = [
  {
    kept: /按时|及时|按期|如期|准时|(?:时间|时限|期限|工作日|日|天|小时|月)内/u,
    broken: /迟|逾期|超期|超时|超过时限|拖延|拖后|延误|延期|滞后|推后|未(?:按时|按期|及时|如期)|不(?:按时|及时)/u,
  },
  { kept: /齐全|完整|完备|齐备/u, broken: /缺|漏|不(?:齐|全|完整|完备)/u },
  { kept: /准确|无误|真实/u, broken: /错|有误|差错|失实|不(?:实|准确|真实)|虚报|瞒报/u },
  { kept: /规范|合规/u, broken: /不(?:规范|合规|符合)|违规/u },
  { kept: /到位/u, broken: /不到位|未到位/u },
]

/** 见面率、答复率均达100%, before 每有一件未达要求: of all that was asked, however it is called. */
const together = /、.*(?:均|都|全部)/u
const short = /^(?:未达(?:到)?要求|不符合要求|未达标|不达标|不合格|未完成)$/u

const clean = /^(?:全年|年内)?(?:未(?:发生|出现|发现)|没有(?:发生|出现)?|无|不存在)(?<blot>.{2,})$/u
/** Words that say no more than that it happened. */
const bare = /^(?:发生|发现|出现|有|存在|查实)?$/u

/** 未按时完成 of 按时完成交办任务, 不到位 of 落实到位: the same deed with a not before it. */
const deniedIn = (deed: string, said: string): boolean =>
  [...said.replaceAll('或', '、').matchAll(/(?:未能?|不|没有)(?<deed>\p{L}{2,})/gu)].some(({ groups }) => {
    const denied = groups?.deed ?? ''
    return deed.includes(denied) || (denied.length > 2 && deed.includes(denied.slice(0, 4)))
  })

/** Clauses that may follow a count and are still about it. */
const about: ReadonlySet<Clause['kind']> = new Set(['count', 'deductionLimit', 'partial'])

/** 无违纪案件得5分，每发生1起扣1分: marks of its own for the clean record, so that the count takes from these. */
export function asPart(clauses: readonly Placed[]): readonly Placed[] {
  const [record, next] = clauses
  const award = record?.clause.kind === 'award' ? record.clause : undefined
  if (!record || award?.award.kind !== 'points' || counting(award, next?.clause) === undefined) return clauses
  if (!clauses.slice(1).every(({ clause }) => about.has(clause.kind))) return clauses
  const heading: Clause = { kind: 'heading', marks: { kind: 'points', points: award.award.points } }
  const full: Clause = { ...award, award: { kind: 'full' } }
  return [{ ...record, clause: heading }, { ...record, clause: full }, ...clauses.slice(1)]
}
