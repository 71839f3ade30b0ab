import { childOf, childrenOf, elementsOf, type XmlElement } from '../file/xml.ts'

/** Properties of a paragraph or a run: element → attributes. Nested ones stand under `outer/inner`. */
export type Properties = ReadonlyMap<string, Readonly<Record<string, string>>>

const nested = new Set(['w:pBdr', 'w:numPr'])

/** One `w:pPr` or `w:rPr`, flat. */
export function propertiesOf(element: XmlElement | undefined): Properties {
  const out = new Map<string, Readonly<Record<string, string>>>()
  for (const child of elementsOf(element)) {
    out.set(child.name, child.attributes)
    if (nested.has(child.name))
      for (const inner of elementsOf(child)) out.set(`${child.name}/${inner.name}`, inner.attributes)
  }
  return out
}

/** Later ones win, attribute by attribute. */
export function merged(...layers: readonly Properties[]): Properties {
  const out = new Map<string, Readonly<Record<string, string>>>()
  for (const layer of layers) for (const [name, attributes] of layer) out.set(name, { ...out.get(name), ...attributes })
  return out
}

export const settingOf = (properties: Properties, name: string): string | undefined => properties.get(name)?.['w:val']

/** A switch: present without a value means on. */
export function isOn(properties: Properties, name: string): boolean {
  const attributes = properties.get(name)
  return attributes !== undefined && !['0', 'false', 'off', 'none'].includes(attributes['w:val'] ?? '1')
}

export const numberOf = (text: string | undefined, otherwise = 0): number => {
  const value = Number.parseFloat(text ?? '')
  return Number.isFinite(value) ? value : otherwise
}

interface Style {
  readonly paragraph: Properties
  readonly run: Properties
}

const nothing: Style = { paragraph: new Map(), run: new Map() }

export interface Styles {
  /** What a paragraph of a style starts from; without a style, the default one. */
  readonly paragraph: (id: string | undefined) => Style
  readonly character: (id: string | undefined) => Properties
}

/** Styles with what they are based on; a circle ends where it closes. */
export function readStyles(xml: XmlElement | undefined): Styles {
  const byId = new Map(childrenOf(xml, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]))
  const defaults = childOf(xml, 'w:docDefaults')
  const base: Style = {
    paragraph: propertiesOf(childOf(childOf(defaults, 'w:pPrDefault'), 'w:pPr')),
    run: propertiesOf(childOf(childOf(defaults, 'w:rPrDefault'), 'w:rPr')),
  }
  const known = new Map<string, Style>()
  const own = (id: string, above: ReadonlySet<string>): Style => {
    const style = byId.get(id)
    const ready = known.get(id)
    if (ready) return ready
    if (!style || above.has(id)) return nothing
    const from = own(childOf(style, 'w:basedOn')?.attributes['w:val'] ?? '', new Set([...above, id]))
    const made = {
      paragraph: merged(from.paragraph, propertiesOf(childOf(style, 'w:pPr'))),
      run: merged(from.run, propertiesOf(childOf(style, 'w:rPr'))),
    }
    known.set(id, made)
    return made
  }
  const usual = [...byId.values()].find(
    ({ attributes }) =>
      attributes['w:type'] === 'paragraph' && ['1', 'true', 'on'].includes(attributes['w:default'] ?? ''),
  )?.attributes['w:styleId']
  return {
    paragraph: (id) => {
      const style = own(id ?? usual ?? '', new Set())
      return { paragraph: merged(base.paragraph, style.paragraph), run: merged(base.run, style.run) }
    },
    character: (id) => (id === undefined ? nothing.run : own(id, new Set()).run),
  }
}
