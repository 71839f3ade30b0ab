import type { Relation } from '../model.ts'
import { sameData } from '../same-data.ts'
import type { When } from './clause.ts'

/** 否则, 其余, 未完成的: when a clause speaks of all that the one before it does not. */

const unmet =
  /^(?:未(?:能)?(?:完成|达到|达标|实现)|没有完成|达不到|完不成|逾期|超期)(?:的|年度|全年)?(?:目标任务|目标值?|任务|计划|要求|标准|指标)?$/u
/** What 未完成 and 逾期 deny, whatever its object. */
const deed = /完成|达到|达标|实现|按期|按时|如期/u
const denied: Readonly<Record<Relation, Relation | undefined>> = {
  atLeast: 'below',
  above: 'atMost',
  atMost: 'above',
  below: 'atLeast',
  equal: undefined,
}

/** What denies 未突破 and 不超过, its object left out. */
const exceeded = /^(?:突破|超过|超出|超标|超|高于)$/u
/** 未达到 denies a lower edge; 低于, 达不到 by themselves too. */
const under = /^(?:低于|不足|达不到|不达标|未达到?)$/u

/** When it was, which the denial leaves out. */
const inYear = /^(?:年内|全年|当年|年度内|本年度|考核期内|考核年度内)/u
/** 无则不得分 after 有报告得1分. */
const lacks = /^(?:无|没有)$/u
/** 有，得0分 after 无重大舆情得满分. */
const has = /^(?:有|存在|发生|出现)$/u
/** 保密工作未发生失泄密事件: whose record it is. */
const whose = /^\p{L}{2,8}?(?=未(?:发生|出现|发现))/u
const none = /^(?:无|没有|未(?:发生|出现|发现)|不存在)/u
/** 未纳入 after 将…纳入述职述廉: a bare verb says which deed of the condition it denies. */
const verbLength = 4
const not = /^(?:未能|没有|未|没|不)/u

/** 未制定的 after 制定方案, 发生的 after 未发生事故: the deed alone, with or without its not. */
function denies(name: string, condition: string): boolean {
  if (lacks.test(name)) return condition.startsWith('有')
  const deed = condition.replace(inYear, '').replace(whose, '')
  if (has.test(name) && none.test(deed)) return true
  const [denied, said] = [name.replace(not, ''), deed.replace(not, '')]
  const verb = not.test(name) && denied.length <= verbLength && said.includes(denied)
  const same = verb || said.startsWith(denied) || (said.includes('，') && said.endsWith(denied))
  return denied.length > 1 && same && not.test(name) !== not.test(deed)
}

/** 否则, 其余; after a condition also its plain denial: 完成得满分，未完成不得分. */
export const isElse = (when: When, condition?: When): boolean => {
  if (when.kind === 'else') return true
  if (when.kind === 'meets' && condition?.kind === 'meets')
    return when.relation === denied[condition.relation] && when.target === condition.target
  if (when.kind === 'reference' && condition?.kind === 'reference')
    return when.relation === denied[condition.relation] && sameData(when.reference, condition.reference)
  if (when.kind !== 'fact') return false
  if (condition?.kind === 'band' && !(condition.from && condition.to))
    if ((condition.from ? under : exceeded).test(when.name)) return true
  if (condition?.kind === 'meets' && condition.relation === 'atMost' && exceeded.test(when.name)) return true
  if (condition?.kind === 'fact')
    return denies(when.name, condition.name) || (unmet.test(when.name) && deed.test(condition.name))
  return unmet.test(when.name)
}
