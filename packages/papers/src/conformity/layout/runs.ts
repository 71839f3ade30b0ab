import { childOf, elementsOf, type XmlElement } from '../file/xml.ts'
import type { LineShape, RunLayout } from './model.ts'
import { isOn, merged, numberOf, type Properties, propertiesOf, type Styles, settingOf } from './properties.ts'

/** Text of removed passages, field codes and second renderings of one drawing is not printed. */
const unseen = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:instrText', 'w:delText', 'w:rPr', 'w:pPr', 'w:sdtPr'])

export interface Inline {
  readonly runs: readonly RunLayout[]
  readonly lines: readonly LineShape[]
  /** Paragraph elements in text boxes of shapes. */
  readonly boxed: readonly XmlElement[]
  readonly pageBreak: boolean
  readonly fields: string
}

export type ThemeFaces = (name: string | undefined) => string | undefined

/** `minorEastAsia` and its like, through the theme's faces for simplified Chinese. */
export function readTheme(xml: XmlElement | undefined): ThemeFaces {
  const fontPair = childOf(childOf(xml, 'a:themeElements'), 'a:fontScheme')
  const face = (kind: 'a:majorFont' | 'a:minorFont'): string | undefined => {
    const fonts = childOf(fontPair, kind)
    const named = childOf(fonts, 'a:ea')?.attributes.typeface
    if (named) return named
    return elementsOf(fonts).find(({ attributes }) => attributes.script === 'Hans')?.attributes.typeface
  }
  return (name) => (name === undefined ? undefined : face(name.startsWith('major') ? 'a:majorFont' : 'a:minorFont'))
}

/** Colour names of the older drawing language that red rules are drawn with. */
const named: Readonly<Record<string, string>> = { red: 'FF0000', black: '000000' }

const colorOf = (text: string): string => named[text] ?? text.replace('#', '').slice(0, 6).toUpperCase()

/** 635 EMU to a twip; a drawing's line is as long as its wider side. */
function drawnLine(drawing: XmlElement): LineShape | undefined {
  let [color, length, thickness, straight] = ['', 0, 0, false]
  const walk = (element: XmlElement): void => {
    const { name, attributes } = element
    if (name === 'wp:extent') length = Math.round(Math.max(numberOf(attributes.cx), numberOf(attributes.cy)) / 635)
    else if (name === 'a:prstGeom') straight = /^(?:line|straightConnector1)$/.test(attributes.prst ?? '')
    else if (name === 'a:ln') {
      thickness = Math.round(numberOf(attributes.w, 9525) / 635)
      color = colorOf(childOf(childOf(element, 'a:solidFill'), 'a:srgbClr')?.attributes.val ?? '000000')
    } else if (name === 'v:line') {
      straight = true
      const points = [attributes.from, attributes.to].map((at) => numberOf(at?.split(',')[0]))
      length = Math.round(Math.abs((points[1] ?? 0) - (points[0] ?? 0)) * 20)
      thickness = Math.round(numberOf(attributes.strokeweight, 0.75) * 20)
      color = colorOf(attributes.strokecolor?.split(' ')[0] ?? 'black')
    }
    if (!unseen.has(name)) for (const child of elementsOf(element)) walk(child)
  }
  walk(drawing)
  return straight ? { color, length, thickness } : undefined
}

function textBoxes(element: XmlElement): XmlElement[] {
  if (unseen.has(element.name)) return []
  if (element.name === 'w:txbxContent') return elementsOf(element).filter(({ name }) => name === 'w:p')
  return elementsOf(element).flatMap(textBoxes)
}

/** The runs of a paragraph as they print, with what is anchored in it. */
export function readInline(paragraph: XmlElement, base: Properties, styles: Styles, theme: ThemeFaces): Inline {
  const runs: RunLayout[] = []
  const lines: LineShape[] = []
  const boxed: XmlElement[] = []
  let [pageBreak, fields] = [false, '']
  const runText = (run: XmlElement): string =>
    elementsOf(run)
      .map((child) => {
        if (child.name === 'w:t') return child.children.join('')
        if (child.name === 'w:tab' || child.name === 'w:ptab') return '\t'
        if (child.name === 'w:noBreakHyphen') return '-'
        if (child.name === 'w:cr') return '\n'
        if (child.name !== 'w:br') return ''
        if (child.attributes['w:type'] === 'page') pageBreak = true
        return child.attributes['w:type'] === undefined ? '\n' : ''
      })
      .join('')
  const walk = (element: XmlElement): void => {
    for (const child of elementsOf(element)) {
      if (child.name === 'w:instrText') fields += child.children.join('')
      if (child.name === 'w:fldSimple') fields += child.attributes['w:instr'] ?? ''
      if (unseen.has(child.name)) continue
      if (child.name === 'w:drawing' || child.name === 'w:pict') {
        const line = drawnLine(child)
        if (line) lines.push(line)
        boxed.push(...textBoxes(child))
        continue
      }
      if (child.name === 'w:r') {
        const own = propertiesOf(childOf(child, 'w:rPr'))
        if (!isOn(own, 'w:vanish')) {
          const text = runText(child)
          if (text !== '')
            runs.push({ text, ...looks(merged(base, styles.character(settingOf(own, 'w:rStyle')), own), theme) })
        }
      }
      walk(child)
    }
  }
  walk(paragraph)
  return { runs, lines, boxed, pageBreak, fields }
}

/** The face of Han characters is that of the theme where a theme face is named. */
export function looks(properties: Properties, theme: ThemeFaces): Omit<RunLayout, 'text'> {
  const fonts = properties.get('w:rFonts') ?? {}
  return {
    face: theme(fonts['w:eastAsiaTheme']) ?? fonts['w:eastAsia'] ?? '',
    size: numberOf(settingOf(properties, 'w:sz'), 20),
    bold: isOn(properties, 'w:b'),
    color: (settingOf(properties, 'w:color') ?? 'auto').toUpperCase().replace('AUTO', 'auto'),
    tracking: numberOf(settingOf(properties, 'w:spacing')),
  }
}
