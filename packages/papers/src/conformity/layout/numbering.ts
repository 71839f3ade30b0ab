import { childOf, childrenOf, type XmlElement } from '../file/xml.ts'
import { numberOf } from './properties.ts'

/** Prints the automatic number of a paragraph; called with every numbered paragraph in order. */
export type Numberer = (list: string, level: number) => string

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

function han(value: number): string {
  if (value < 1 || value > 99) return String(value)
  const tens = Math.floor(value / 10)
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${digits[value % 10]}`
}

const shown = (count: number, format: string): string =>
  /chinese|japanese|ideograph|taiwanese/i.test(format) ? han(count) : String(count)

/** The numbers that a word processor prints and does not store in the text. */
export function readNumbering(xml: XmlElement | undefined): Numberer {
  const abstract = new Map(
    childrenOf(xml, 'w:abstractNum').map((each) => [
      each.attributes['w:abstractNumId'] ?? '',
      new Map(childrenOf(each, 'w:lvl').map((level) => [numberOf(level.attributes['w:ilvl']), level])),
    ]),
  )
  const lists = new Map(
    childrenOf(xml, 'w:num').map((each) => [
      each.attributes['w:numId'] ?? '',
      childOf(each, 'w:abstractNumId')?.attributes['w:val'] ?? '',
    ]),
  )
  const counts = new Map<string, number[]>()
  return (list, level) => {
    const key = lists.get(list) ?? ''
    const levels = abstract.get(key)
    const say = (at: number, name: string): string => childOf(levels?.get(at), name)?.attributes['w:val'] ?? ''
    const format = say(level, 'w:numFmt')
    if (!levels?.has(level) || format === 'bullet' || format === 'none') return ''
    const count = counts.get(key) ?? []
    counts.set(key, count)
    count[level] = (count[level] ?? numberOf(say(level, 'w:start'), 1) - 1) + 1
    count.length = level + 1
    return say(level, 'w:lvlText').replace(/%(\d)/g, (_, digit) => {
      const at = Number(digit) - 1
      return shown(count[at] ?? numberOf(say(at, 'w:start'), 1), say(at, 'w:numFmt'))
    })
  }
}
