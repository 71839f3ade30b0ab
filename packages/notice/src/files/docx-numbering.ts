import { hanOrdinal } from './han-ordinal.ts'
import { attributeOf, xmlEvents } from './xml.ts'

interface NumberLevel {
  readonly start: number
  readonly format: string
  readonly text: string
}

/** Prints the automatic number of a paragraph; called with every numbered paragraph in order. */
export type Numberer = (numId: string, level: number) => string

function definitions(xml: string) {
  const abstract = new Map<string, Map<number, NumberLevel>>()
  const instances = new Map<string, string>()
  let levels: Map<number, NumberLevel> | undefined
  let level = -1
  let num = ''
  for (const event of xmlEvents(xml)) {
    if (event.kind !== 'open') continue
    const { name, attributes } = event
    const value = () => attributeOf(attributes, 'w:val') ?? ''
    const change = (more: Partial<NumberLevel>) =>
      levels?.set(level, { ...(levels.get(level) ?? { start: 1, format: 'decimal', text: '' }), ...more })
    if (name === 'w:abstractNum') {
      levels = new Map()
      abstract.set(attributeOf(attributes, 'w:abstractNumId') ?? '', levels)
    } else if (name === 'w:lvl') level = Number(attributeOf(attributes, 'w:ilvl'))
    else if (name === 'w:start') change({ start: Number(value()) || 0 })
    else if (name === 'w:numFmt') change({ format: value() })
    else if (name === 'w:lvlText') change({ text: value() })
    else if (name === 'w:num') {
      num = attributeOf(attributes, 'w:numId') ?? ''
      levels = undefined
    } else if (name === 'w:abstractNumId') instances.set(num, value())
  }
  return { abstract, instances }
}

function shown(count: number, format: string): string {
  if (/chinese|japanese|ideograph|taiwanese/i.test(format)) return hanOrdinal(count)
  if (format === 'decimalEnclosedCircle' && count >= 1 && count <= 20) return String.fromCharCode(0x245f + count)
  if (format === 'lowerLetter' || format === 'upperLetter')
    return String.fromCharCode((format === 'lowerLetter' ? 96 : 64) + ((count - 1) % 26) + 1)
  return String(count)
}

/** The numbers that Word prints but does not store in the text. */
export function numbererOf(xml: string | undefined): Numberer {
  const { abstract, instances } = definitions(xml ?? '')
  const counts = new Map<string, number[]>()
  return (numId, level) => {
    const key = instances.get(numId) ?? ''
    const levels = abstract.get(key)
    const own = levels?.get(level)
    if (!levels || !own || own.format === 'bullet' || own.format === 'none') return ''
    const count = counts.get(key) ?? []
    counts.set(key, count)
    count[level] = (count[level] ?? own.start - 1) + 1
    count.length = level + 1
    return own.text.replace(/%(\d)/g, (_, digit) => {
      const at = Number(digit) - 1
      const that = levels.get(at)
      return that ? shown(count[at] ?? that.start, that.format) : ''
    })
  }
}
