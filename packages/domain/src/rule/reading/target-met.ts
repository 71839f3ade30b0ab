import type { Clause, When } from './clause.ts'
import { lettered } from './letters.ts'

/** Words by which a sentence says that the target is met, whoever's target it is. */

const manner = '(?:全部|全面|按时|按期|如期)?'
const verb = '(?:完成|达到|实现|超额完成)了?'
const whose =
  '(?:年度|全年|当年|本年度|年初|上级|省|市|县|省定|市定|考核|规定|确定|下达|约束性|进度|既定|预期|目标|的)*'
const object = '(?:目标任务数?|目标值?|目标数|任务数?|计划数?|计划值|指标任务|指标值?|任务目标|任务指标)'
const reached = new RegExp(`^(?<subject>.*?)(?:${manner}${verb}(?:${whose}${object})?|达标)$`, 'u')

/** The last signs of what `reached` reads. */
const lastSigns = new Set('成到现了务数标值划')

/** Words that tell how or what is done, and no figure. */
const noFigure =
  /^(?:按|及时|如期|认真|积极|有效|扎实|未|没|已|能|均|都|各项|如|若|并|且|高质量|圆满)|[未没不能已均都并且各]$|^.$|，/u

/** 完成任务, 粮食产量达到目标任务: whose figure it is where the words name one; undefined where they say something else. */
export function targetMet(words: string): { readonly subject?: string } | undefined {
  const subject = lastSigns.has(words.at(-1) ?? '') ? reached.exec(words)?.groups?.subject : undefined
  if (subject === undefined) return undefined
  if (subject === '') return {}
  return noFigure.test(subject) ? undefined : { subject }
}

/** The target is met, and no other figure is named. */
export const isTargetMet = (words: string): boolean =>
  targetMet(words)?.subject === undefined && targetMet(words) !== undefined

/** 满足要求，得2分 before a step that counts what is lacking is the target, in other words. */
export const wanted = lettered(
  String.raw`^(?:\p{L}{1,6}[数量率])?(?:符合|达到|满足)(?:规定)?(?:要求|标准)$|^[\p{L}、]{0,24}(?:齐全|完整|完备|齐备)$`,
  '',
)

export const whenMet = (when: When, next: Clause | undefined): When =>
  when.kind === 'fact' && (wanted.test(when.name) || (ofAll.test(when.name) && lacksOne(next))) && isBelow(next)
    ? { kind: 'fact', name: '完成任务' }
    : when

/** 成员全部建立联系点的得2分，缺1人扣0.5分: all of them is what the step counts from. */
const ofAll = /全部|全员|悉数|均已/u
const isBelow = (next: Clause | undefined): boolean => next?.kind === 'step' && next.side === 'below'
const lacksOne = (next: Clause | undefined): boolean =>
  next?.kind === 'step' &&
  !next.measure &&
  !next.reference &&
  next.by.value === '1' &&
  /^[人个项家户次]$/u.test(next.by.unit ?? '')
