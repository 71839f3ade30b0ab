import type { Band } from './model.ts'

/** Words by which a figure is compared with its own of last year: 森林覆盖率较上年提高, 持平, 同比下降, 不降反升. */

type Direction = 'up' | 'down' | 'level'

export interface Change {
  /** What has changed, 森林覆盖率; empty where the word stands alone. */
  readonly what: string
  /** The same with the year that it is held against: 森林覆盖率较上年. */
  readonly since: string
  readonly word: string
  readonly direction: Direction
}

const up = '提高|上升|增长|增加|提升|上涨|延长|正增长|不降反升|不减反增'
const down = '下降|降低|减少|缩短|下滑|回落|负增长|不升反降|不增反降|不增反减'
const level = '持平|零增长|不变'
const year = '(?:上一?年度?|去年|往年|上期|上季度|上月|基期)(?:同期)?(?:水平|实绩|数)?(?:相比)?|同比|环比'
const pattern = new RegExp(
  `^(?<since>(?<what>.*?)(?:(?:与|较|比|同)?(?:${year}))?)(?:有所|实现)?(?:(?<up>${up})|(?<down>${down})|(?<level>${level}))$`,
  'u',
)

/** The last signs of those words. */
const lastSigns = new Set([up, down, level].flatMap((words) => words.split('|').map((word) => word.at(-1))))

/** Undefined for a name that does not end in such a word, or that joins several things. */
export function changeOf(name: string): Change | undefined {
  if (!lastSigns.has(name.at(-1) ?? '')) return undefined
  const { what = '', since = '', up: rises, down: falls, level: stays } = pattern.exec(name)?.groups ?? {}
  const word = rises ?? falls ?? stays
  if (word === undefined || /[、，且或每]/u.test(since)) return undefined
  return { what, since, word, direction: rises ? 'up' : falls ? 'down' : 'level' }
}

/** What the opposite of a word is called; 正增长 and the like are no figure's name and never come here. */
const opposites: Readonly<Record<string, string>> = {
  提高: '下降',
  上升: '下降',
  增长: '下降',
  增加: '减少',
  提升: '下降',
  上涨: '下降',
  延长: '缩短',
  下降: '上升',
  降低: '上升',
  减少: '增加',
  缩短: '延长',
  下滑: '上升',
  回落: '上升',
}

/** The change that a figure's name says, where the figure is the size of that change. */
export const changeNamed = (name: string): Change | undefined => {
  const change = changeOf(name)
  return change && Object.hasOwn(opposites, change.word) ? change : undefined
}

/** 提高的, 持平的, 下降的: the band of such a figure that lies above zero, on it, below it; undefined for any other. */
export function directionOf({ from, to }: Band, { word }: Change): string | undefined {
  const atZero = [from, to].every((edge) => edge === undefined || edge.value === '0')
  if (!atZero) return undefined
  if (from?.inclusive === true && to?.inclusive === true) return '持平'
  if (from?.inclusive === false && to === undefined) return word
  return to?.inclusive === false && from === undefined ? opposites[word] : undefined
}

/** The band of the figure `main` that a word of direction names. */
export function bandOfDirection({ direction }: Change, main: Change, unit: string | undefined): Band {
  const zero = { value: '0', ...(unit !== undefined && { unit }) }
  if (direction === 'level') return { from: { ...zero, inclusive: true }, to: { ...zero, inclusive: true } }
  const edge = { ...zero, inclusive: false }
  return direction === main.direction ? { from: edge } : { to: edge }
}
