import { attributeOf, xmlEvents } from './xml.ts'

export interface ParagraphStyle {
  readonly heading: boolean
  readonly numId: string
  readonly level: number
}

/** Paragraph styles that number or set a heading, by their id. */
export function stylesOf(xml: string | undefined): ReadonlyMap<string, ParagraphStyle> {
  const styles = new Map<string, ParagraphStyle>()
  let id = ''
  const change = (more: Partial<ParagraphStyle>) =>
    styles.set(id, { ...(styles.get(id) ?? { heading: false, numId: '', level: 0 }), ...more })
  for (const event of xmlEvents(xml ?? '')) {
    if (event.kind !== 'open') continue
    const value = attributeOf(event.attributes, 'w:val') ?? ''
    if (event.name === 'w:style') id = attributeOf(event.attributes, 'w:styleId') ?? ''
    else if (event.name === 'w:numId') change({ numId: value })
    else if (event.name === 'w:ilvl') change({ level: Number(value) || 0 })
    else if (event.name === 'w:outlineLvl') change({ heading: Number(value) < 9 })
  }
  return styles
}
