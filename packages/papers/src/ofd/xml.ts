import { xmlSafe } from '../paper/text.ts'

/** Attributes and children of an element; an absent attribute is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>

const escaped = (text: string): string =>
  xmlSafe(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** An element of the OFD namespace: names carry the prefix, attributes none (GB/T 33190-2016, 7.1). */
export function element(name: string, attributes: Attributes = {}, ...children: readonly string[]): string {
  const own = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('')
  return children.length === 0 ? `<ofd:${name}${own}/>` : `<ofd:${name}${own}>${children.join('')}</ofd:${name}>`
}

/** An element that holds text. */
export const textElement = (name: string, text: string, attributes: Attributes = {}): string =>
  element(name, attributes, escaped(text))

const namespace = 'http://www.ofdspec.org/2016'

/** A part of the package: its root element declares the namespace. */
export const part = (root: string, attributes: Attributes, ...children: readonly string[]): Uint8Array =>
  new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?>${element(root, { 'xmlns:ofd': namespace, ...attributes }, ...children)}`,
  )
