import { elementsOf, type XmlElement } from '../conformity/file/xml.ts'
import { type Shape, shapes } from './schema.ts'

const local = (name: string): string => name.replace(/^ofd:/, '')

function* attributesOf({ needs = {}, may = {} }: Shape, { attributes }: XmlElement): Generator<string> {
  const known = { ...needs, ...may }
  for (const name of Object.keys(needs)) if (attributes[name] === undefined) yield `lacks ${name}`
  for (const [name, value] of Object.entries(attributes)) {
    const form = known[name]
    if (!form) yield `has ${name}, which is unknown`
    else if (!form.test(value)) yield `has ${name}="${value}"`
  }
}

function* childrenOf({ children = [] }: Shape, element: XmlElement): Generator<string> {
  const names = elementsOf(element).map(({ name }) => local(name))
  let at = 0
  for (const child of children) {
    const [, name = '', times = ''] = /^(\w+)([?*+]?)$/.exec(child) ?? []
    let count = 0
    while (names[at] === name && (times === '*' || times === '+' || count === 0)) {
      at += 1
      count += 1
    }
    if (count === 0 && times !== '?' && times !== '*') yield `lacks ${name}`
  }
  if (at < names.length) yield `holds ${names[at]} where it may not stand`
}

/** Whether an element and all in it have the shape of GB/T 33190; each fault with its path. */
export function* checkShape(element: XmlElement, within = ''): Generator<string> {
  const name = local(element.name)
  const parent = within.split('/').at(-1) ?? ''
  const shape = shapes[`${parent}/${name}`] ?? shapes[name]
  const at = `${within}/${name}`
  if (!element.name.startsWith('ofd:') || !shape) {
    yield `${at} is unknown`
    return
  }
  const text = element.children.filter((child) => typeof child === 'string').join('')
  const found = [...attributesOf(shape, element), ...childrenOf(shape, element)]
  if (shape.text ? !shape.text.test(text) : text.trim() !== '') found.push(`holds "${text.slice(0, 40)}"`)
  for (const says of found) yield `${at} ${says}`
  for (const child of elementsOf(element)) yield* checkShape(child, at)
}
