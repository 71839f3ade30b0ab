import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { sticky } from './letters.ts'
import { chineseNumber, readAward } from './terms.ts'

/** A、B、C，三项均达到的得6分，达到2项的得4分; 有一项不达标的扣4分: requirements, then how many of them are met. */

const numeral = '[一二两三四五六七八1-8]'
const reached = '(?:达到|达标|满足|符合|完成|具备|实现|合格)'
const asked = '(?:要求|标准|目标|条件|任务)*'
const all = `(?:(?:以上|上述)?${numeral}项(?:指标|要求|条件|内容|工作)?)?(?:全部|均|都)(?:能)?${reached}${asked}`
const some = `(?:其中)?(?:只|仅|有)*(?:${reached}其中)?(?:${reached}|有)?(?<n>${numeral})项(?<more>及以上|\\(含\\)以上)?(?:指标|要求|条件|内容|工作)?${reached}?${asked}`
const none = `(?:${numeral}项)?(?:均|都|全部|全)(?:未|不|没有)(?:能)?${reached}${asked}`
const lacking = `(?:其中)?(?:有)?(?:任何|任意)?(?<lack>${numeral})项(?:指标|要求|条件|内容|工作)?(?:未|不|没有)(?:能)?${reached}${asked}`
const allOf = sticky(all)
const noneOf = sticky(none)
const lackingOf = sticky(lacking)
const someOf = sticky(some)
const link = /的?，?/uy
const scores = /[得计扣加]\d*分|满分|每/u

type Said = Omit<Extract<Clause, { readonly kind: 'metOf' }>, 'kind' | 'award'>

/** 达到两项的得4分, 三项均不达标的不得分. */
export function readMetOf(cursor: Cursor): Clause | undefined {
  const said = cursor.first<Said>([
    (c) => (c.take(noneOf) ? { met: 'none' } : undefined),
    (c) => (c.take(allOf) ? { met: 'all' } : undefined),
    (c) => {
      const lack = c.take(lackingOf)?.groups?.lack
      return lack === undefined ? undefined : { met: 'lacking', n: numberOf(lack) }
    },
    (c) => {
      const { n, more } = c.take(someOf)?.groups ?? {}
      return n === undefined ? undefined : { met: 'some', n: numberOf(n), ...(more !== undefined && { more: true }) }
    },
  ])
  cursor.take(link)
  const award = said && requirementsIn.test(cursor.text) ? readAward(cursor) : undefined
  return said && award && { kind: 'metOf', ...said, award }
}

const numberOf = (text: string): number => (/^\d/.test(text) ? Number(text) : (chineseNumber(text) ?? 0))

const numbered = `${lacking.replace('?<lack>', '?:')}|${some.replace('?<n>', '?:').replace('?<more>', '?:')}`
const scored = '的?，?(?:该项|本项)?(?:得|计|不得分|扣|按)'
const next = `(?:${all}|${none}|${numbered})${scored}`
const nextFew = `(?:${numbered})${scored}`
const list = '(?<list>[^，；;。、\\n]{2,60}(?:、[^，；;。、\\n]{2,60}){1,7})'
const listed = sticky(`${list}(?=，${next})`)
const whole = sticky(`${list.replaceAll('60}', '60}?')}的，?(?=(?:得|计)[^，；;。\\n]{1,8}[；;，。]${nextFew})`)
const requirementsIn = new RegExp(
  `、[^，；;。、\\n]{2,60}(?:，${next}|的，?(?:得|计)[^，；;。\\n]{1,8}[；;，。]${nextFew})`,
  'u',
)

/** 压缩70%以上、占比达到40%以上、网办率达到90%以上，: kept word for word, since all that is asked of them is whether they are met. */
export function readRequirements(cursor: Cursor): Clause | undefined {
  const plain = cursor.take(listed)?.groups?.list
  if (plain !== undefined) return requirements(plain)
  const together = cursor.take(whole)?.groups?.list
  const names = together === undefined ? undefined : requirements(together)
  const award = names && readAward(cursor)
  return names && award && { kind: 'several', clauses: [names, { kind: 'metOf', met: 'all', award }] }
}

const requirements = (list: string): Extract<Clause, { readonly kind: 'requirements' }> | undefined => {
  const names = list.replace(/(?:这|以上|等)?[两二三四五六七八]项(?:指标|要求|条件)?$/u, '').split('、')
  return names.length > 1 && names.every((name) => name.length > 2 && !scores.test(name))
    ? { kind: 'requirements', names }
    : undefined
}
