import { childOf, type XmlElement } from '../file/xml.ts'
import type { Alignment, BorderLayout, ParagraphLayout } from './model.ts'
import type { Numberer } from './numbering.ts'
import { isOn, merged, numberOf, type Properties, propertiesOf, type Styles, settingOf } from './properties.ts'
import { type Inline, looks, readInline, type ThemeFaces } from './runs.ts'

export interface Reader {
  readonly styles: Styles
  readonly theme: ThemeFaces
  readonly number: Numberer
}

const alignments: Readonly<Record<string, Alignment>> = {
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'both',
  distribute: 'distribute',
}

function borderOf(properties: Properties, side: 'top' | 'bottom'): BorderLayout | undefined {
  const found = properties.get(`w:pBdr/w:${side}`)
  const style = found?.['w:val'] ?? 'none'
  if (!found || style === 'none' || style === 'nil') return undefined
  return {
    style,
    size: numberOf(found['w:sz']),
    color: (found['w:color'] ?? 'auto').toUpperCase().replace('AUTO', 'auto'),
  }
}

/** Indents in twips. Those counted in characters win, and are measured by the paragraph's own size. */
function indentOf(properties: Properties, size: number): ParagraphLayout['indent'] {
  const indent = properties.get('w:ind') ?? {}
  const twips = (name: string, chars: string): number =>
    indent[chars] === undefined ? numberOf(indent[name]) : Math.round((numberOf(indent[chars]) / 100) * size * 10)
  const hangs = indent['w:hanging'] !== undefined || indent['w:hangingChars'] !== undefined
  const firstLine = hangs ? -twips('w:hanging', 'w:hangingChars') : twips('w:firstLine', 'w:firstLineChars')
  return {
    left: indent['w:start'] === undefined ? twips('w:left', 'w:leftChars') : numberOf(indent['w:start']),
    right: indent['w:end'] === undefined ? twips('w:right', 'w:rightChars') : numberOf(indent['w:end']),
    // `w:firstLine` beside the characters is what programs without such counts print.
    firstLine,
    firstLineChars: hangs ? 0 : numberOf(indent['w:firstLineChars']),
  }
}

function spacingOf(properties: Properties): ParagraphLayout['spacing'] {
  const spacing = properties.get('w:spacing') ?? {}
  const rule = spacing['w:lineRule']
  return {
    before: numberOf(spacing['w:before']),
    after: numberOf(spacing['w:after']),
    line: numberOf(spacing['w:line'], 240),
    rule: rule === 'exact' || rule === 'atLeast' ? rule : 'auto',
  }
}

export type ReadParagraph = Omit<ParagraphLayout, 'index' | 'place' | 'section' | 'startsPage'> & {
  readonly inline: Inline
  readonly breaksBefore: boolean
}

/** One `w:p` with everything that styles and defaults say of it. */
export function readParagraph(element: XmlElement, { styles, theme, number }: Reader): ReadParagraph {
  const direct = propertiesOf(childOf(element, 'w:pPr'))
  const style = styles.paragraph(settingOf(direct, 'w:pStyle'))
  const properties = merged(style.paragraph, direct)
  const inline = readInline(element, style.run, styles, theme)
  const list = properties.get('w:numPr/w:numId')?.['w:val'] ?? '0'
  const level = numberOf(properties.get('w:numPr/w:ilvl')?.['w:val'])
  const text = inline.runs.map((run) => run.text).join('')
  const label = list !== '0' && text.trim() !== '' ? number(list, level) : ''
  const size = inline.runs[0]?.size ?? looks(style.run, theme).size
  const [top, bottom] = [borderOf(properties, 'top'), borderOf(properties, 'bottom')]
  const fill = properties.get('w:shd')?.['w:fill'] ?? ''
  return {
    text: `${label}${text}`,
    runs: inline.runs,
    align: alignments[settingOf(properties, 'w:jc') ?? ''] ?? 'left',
    indent: indentOf(properties, size),
    spacing: spacingOf(properties),
    borders: { ...(top && { top }), ...(bottom && { bottom }) },
    fill: /^[0-9a-f]{6}$/i.test(fill) ? fill.toUpperCase() : '',
    framed: properties.has('w:framePr'),
    lines: inline.lines,
    inline,
    breaksBefore: isOn(properties, 'w:pageBreakBefore'),
  }
}
