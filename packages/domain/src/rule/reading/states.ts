import type { Award, LevelsRule } from '../model.ts'
import type { Taken, When } from './clause.ts'
import type { Placed } from './scan.ts'

/** 按时报送得2分，迟报得1分，未报不得分: one deed and how far it went, so that a unit has one of them and no two. */
export function areStates(levels: LevelsRule['levels']): boolean {
  if (areDueDays(levels.map(({ name }) => name)) && levels.every(({ award }) => earned.has(award.kind))) return true
  if (areLate(levels.map(({ name }) => name)) && levels.every(({ award }) => earned.has(award.kind))) return true
  const [first, last] = [levels[0], levels.at(-1)]
  if (levels.length < 3 || first === undefined || last === undefined) return false
  if (!levels.every(({ award }) => earned.has(award.kind))) return false
  const denied = denial.exec(last.name)?.groups?.deed ?? denial.exec(first.name)?.groups?.deed
  if (denied === undefined) return false
  const others = levels.filter(({ name }) => denial.exec(name)?.groups?.deed !== denied)
  const deed = [...denied]
  const core = deed.length < 4 ? denied : `${deed.slice(0, 2).join('')}\\p{L}{0,6}?${deed.slice(-2).join('')}`
  const state = new RegExp(`^${before}${core}${behind}$`, 'u')
  return (
    others.length === levels.length - 1 &&
    new Set(levels.map(({ name }) => name)).size === levels.length &&
    others.every(({ name }) => state.test(name))
  )
}

const byDay = /^(?<when>.*?(?:月|日|底|末|季度|年|周|天|小时)(?:之)?[前内])(?<deed>\p{L}{2,})$/u

/** 6月底前完成得5分，9月底前完成得3分: one deed by one of several days. */
function areDueDays(names: readonly string[]): boolean {
  const said = names.map((name) => byDay.exec(name)?.groups)
  const deed = said[0]?.deed
  return (
    names.length > 1 &&
    deed !== undefined &&
    new Set(names).size === names.length &&
    said.every((one, i) => one?.deed === deed || (i > 0 && i === names.length - 1 && names[i] === `未${deed}`)) &&
    said[1] !== undefined
  )
}

/** 按时缴纳得2分，逾期1个月内缴纳得1分，逾期1个月以上缴纳不得分: one deed, in time or so late. */
function areLate([first, ...others]: readonly string[]): boolean {
  const deed = /^(?:按时|按期|及时|如期|按规定时[间限])\p{L}{0,4}?(?<deed>\p{L}{2})$/u.exec(first ?? '')?.groups?.deed
  return (
    deed !== undefined &&
    others.length > 1 &&
    new Set(others).size === others.length &&
    others.every((name) => /^(?:逾期|超期|延期|迟|推迟|延迟|未)/u.test(name) && name.includes(deed.slice(-1)))
  )
}

const earned: ReadonlySet<Award['kind']> = new Set(['full', 'none', 'points', 'share'])
const denial = /^(?:\p{L}{0,6}[前内底期](?:仍|仍然|还|一直|始终))?(?:未|没有|没|不)(?<deed>\p{L}{1,12})$/u
const before =
  '(?:已|有|均|全部|全面|在?规定(?:时限|时间|期限)内?|按(?:规定|要求)?(?:时限|时间|期限)|按时|按期|按要求|按规定|按标准|及时|如期|提前|部分|大部分|少部分|基本|初步|正在|逾期|超期|迟|延期|延迟|推迟|滞后|补|不按时|不及时|未按时|未按期|未及时|未全部|未完全)*'
/** 报 of 报送, 有制度但执行不严格: what else is said of the same deed. */
const behind = '(?:送|上报|告|的)?(?:[，]?(?:但|而|且|并|不|较|很|基本|及时|到位|较好|滞后|不够)\\p{L}{0,20})?'

/** As many of the facts that the clauses begin with as are states of one deed. */
export function readStates(clauses: readonly Placed[]): Taken<LevelsRule> | undefined {
  const levels: LevelsRule['levels'][number][] = []
  for (const { clause } of clauses) {
    const name = clause.kind === 'award' ? wordsOf(clause.when) : undefined
    if (clause.kind !== 'award' || name === undefined) break
    levels.push({ name, award: clause.award })
  }
  if (!levels.some(({ name }) => denial.test(name) || byDay.test(name) || late.test(name))) return undefined
  for (; levels.length > 1; levels.pop())
    if (areStates(levels)) return { rule: { kind: 'levels', levels }, used: levels.length }
  return undefined
}

const late = /^(?:逾期|超期|延期|推迟|延迟)/u

const wordsOf = (when: When): string | undefined =>
  when.kind === 'fact' ? when.name : when.kind === 'all' ? when.said : undefined
