import { attributeOf, xmlEvents } from './xml.ts'

/** Formats that every workbook has without saying so: percents, and the days of the East Asian and the common ones. */
const builtIn: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  14: 'y/m/d',
  15: 'y/m/d',
  16: 'm/d',
  17: 'y/m',
  22: 'y/m/d h:m',
  27: 'y年m月',
  28: 'm月d日',
  29: 'm月d日',
  30: 'y/m/d',
  31: 'y年m月d日',
  36: 'y年m月',
  50: 'y年m月',
  51: 'm月d日',
  52: 'y年m月',
  53: 'm月d日',
  54: 'm月d日',
  55: 'y年m月',
  56: 'm月d日',
  57: 'y年m月',
  58: 'm月d日',
}

/** The signs of a format: what it prints as it stands, and its colours and conditions, are none. */
const signsOf = (code: string): string =>
  (code.split(';')[0] ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase()

const percent = (text: string): string => `${Number((Number(text) * 100).toPrecision(12))}%`

const dayOfEpoch = Date.UTC(1899, 11, 30)

/** The parts of the day that the format shows: 2025年1月, 12月31日. */
function day(text: string, signs: string): string {
  const date = new Date(dayOfEpoch + Math.floor(Number(text)) * 86_400_000)
  if (Number.isNaN(date.getTime())) return text
  const year = signs.includes('y') ? `${date.getUTCFullYear()}年` : ''
  const last = signs.includes('d') ? `${date.getUTCDate()}日` : ''
  return `${year}${date.getUTCMonth() + 1}月${last}`
}

function shownBy(code: string | undefined): ((text: string) => string) | undefined {
  const signs = signsOf(code ?? '')
  if (signs.includes('%')) return percent
  return /m/.test(signs) && /[yd]/.test(signs) ? (text) => day(text, signs) : undefined
}

/** How a number is shown by the style of its cell, where that is a percent or a day: 0.3 as 30%, 45657 as 2024年12月31日. */
export function formatsOf(xml: string | undefined): (style: string, text: string) => string {
  const own = new Map<number, string>()
  const shown: (((text: string) => string) | undefined)[] = []
  let inCells = false
  for (const event of xmlEvents(xml ?? '')) {
    if (event.kind === 'text') continue
    if (event.name === 'cellXfs') inCells = event.kind === 'open'
    if (event.kind !== 'open') continue
    const id = Number(attributeOf(event.attributes, 'numFmtId'))
    if (event.name === 'numFmt') own.set(id, attributeOf(event.attributes, 'formatCode') ?? '')
    if (event.name === 'xf' && inCells) shown.push(shownBy(own.get(id) ?? builtIn[id]))
  }
  return (style, text) => (/^-?\d+(?:\.\d+)?(?:E-?\d+)?$/.test(text) ? (shown[Number(style)]?.(text) ?? text) : text)
}
